import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

const LONGEST = 300;

/** The words that are selected with a mouse, a finger or the keyboard in a text that may be selected from. */
export function useSelection(within: Ref<HTMLElement | undefined>) {
	const selected = ref('');

	function look(): void {
		const selection = document.getSelection();
		const { anchorNode, focusNode } = selection ?? {};
		const ends = [anchorNode, focusNode].map((node) => node?.parentElement?.closest('[data-selectable]'));
		const inside = ends[0] && ends[0] === ends[1] && within.value?.contains(ends[0]);
		const words = inside ? String(selection).trim() : '';
		selected.value = /[\p{L}\p{N}]/u.test(words) ? words.slice(0, LONGEST) : '';
	}

	function clear(): void {
		document.getSelection()?.removeAllRanges();
		selected.value = '';
	}

	onMounted(() => document.addEventListener('selectionchange', look));
	onBeforeUnmount(() => document.removeEventListener('selectionchange', look));
	return { selected, clear };
}
