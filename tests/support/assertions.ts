/** Notes of every test how many times it expected something, for the count at the end of a run. */
import { afterEach, expect } from 'vitest';

declare module 'vitest' {
	interface TaskMeta {
		assertions?: number;
	}
}

afterEach(({ task }) => {
	task.meta.assertions = expect.getState().assertionCalls;
});
