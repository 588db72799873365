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

/** The Studio switches zooming off on phones; whoever reads with it needs it (WCAG 2.2, 1.4.4). */
export function allowZooming(): void {
	const viewport = document.querySelector<HTMLMetaElement>('meta[name="viewport"]');
	if (viewport) viewport.content = 'width=device-width, initial-scale=1, viewport-fit=cover';
}

/**
 * A dashboard keeps the width it was laid out with: on a phone its panels stand under one another instead, and those that
 * are tables (`natural-height`) are as high as they are.
 */
export function stackPanelsOnNarrowScreens(): void {
	const style = document.createElement('style');
	style.textContent = `
		@media (max-width: 40rem) {
			.v-workspace:not(.editing),
			.v-workspace:not(.editing) .workspace {
				inline-size: 100% !important;
				block-size: auto !important;
			}

			.v-workspace:not(.editing) .workspace {
				position: static;
				display: flex;
				flex-direction: column;
				gap: 12px;
				padding: 0 var(--content-padding) 24px;
				transform: none !important;
			}

			.v-workspace:not(.editing) .v-workspace-tile {
				block-size: calc(var(--height) * 1.125rem);
				flex-shrink: 0;
			}

			.v-workspace:not(.editing) .v-workspace-tile:has(.natural-height) {
				block-size: auto;
			}

			.v-workspace:not(.editing) .tile-content:has(.natural-height) {
				block-size: auto;
			}
		}
	`;
	document.head.append(style);
}
