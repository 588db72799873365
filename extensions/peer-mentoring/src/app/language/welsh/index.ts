import { defineModule } from '@directus/extensions-sdk';
import { allowZooming, stackPanelsOnNarrowScreens, startCollapsedOnNarrowScreens } from './narrow-screen.ts';
import { runInWelsh } from './run-in-welsh.ts';

// The Studio imports its extensions before it mounts, so what runs here holds for the login page too. An error
// would take every extension of the bundle with it, and none of this is worth that.
try {
	allowZooming();
	startCollapsedOnNarrowScreens();
	stackPanelsOnNarrowScreens();
	runInWelsh();
} catch (error) {
	console.warn('[welsh] the Studio stays in its own languages:', error);
}

/** A module needs an entry; this one has no pages and does not show in the module bar. */
export default defineModule({ id: 'welsh', name: 'Cymraeg', icon: 'translate', routes: [], hidden: true });
