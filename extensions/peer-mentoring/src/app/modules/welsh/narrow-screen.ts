/** The Studio's own keys, with the widths below which each panel lies over the content instead of beside it. */
const PANELS = [
	['nav-bar-collapsed', '57.625rem'],
	['sidebar-collapsed', '72rem'],
] as const;

/** On the first visit from a phone or a small window both panels would open over the page: start with them shut. */
export function startCollapsedOnNarrowScreens(): void {
	for (const [key, width] of PANELS) {
		if (localStorage.getItem(key) === null && matchMedia(`(max-width: ${width})`).matches) {
			localStorage.setItem(key, 'true');
		}
	}
}
