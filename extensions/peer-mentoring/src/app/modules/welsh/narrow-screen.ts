/**
 * The Studio's own keys, with the widths below which each panel is in the way: the navigation lies over the content, the
 * side panel takes a quarter of a laptop's screen and holds little.
 */
const PANELS = [
	['nav-bar-collapsed', '57.625rem'],
	['sidebar-collapsed', '100rem'],
] as const;

/** On the first visit both panels would be open: on a small screen they start shut. */
export function startCollapsedOnNarrowScreens(): void {
	for (const [key, width] of PANELS) {
		if (localStorage.getItem(key) === null && matchMedia(`(max-width: ${width})`).matches) {
			localStorage.setItem(key, 'true');
		}
	}
}
