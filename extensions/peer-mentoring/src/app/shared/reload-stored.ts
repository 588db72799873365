/**
 * Reads the record of the form anew, where everything that was typed has been stored by what was just done: the Studio
 * would ask whether to lose it.
 */
export function reloadStored(): void {
	window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true, once: true });
	location.reload();
}
