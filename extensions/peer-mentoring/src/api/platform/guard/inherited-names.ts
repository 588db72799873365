const OF_OBJECTS = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);
const OF_ANYTHING = new Set([
	...OF_OBJECTS,
	...Object.getOwnPropertyNames(Array.prototype),
	...Object.getOwnPropertyNames(Function.prototype),
]);

/** A name that every object answers to: writing below it changes the program, not the data. */
export function isInheritedByObjects(name: string): boolean {
	return OF_OBJECTS.has(name);
}

/** The same, and also the names of lists and functions, through which a path can lead. */
export function isInherited(name: string): boolean {
	return OF_ANYTHING.has(name);
}
