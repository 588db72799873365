/** Names with one letter wrong. */

const LEAST_LETTERS = 5;

/** Words of everyday use, folded, that are one letter away from a name that people have. */
const ORDINARY: ReadonlySet<string> = new Set(
	`
	marked market marks martial organ organs gorge merge jones ones bones cones stones brown crown frown grown drown browns
	green greet greed creek while whites quite black block slack price pride prize prices wright write bright fright
	right weight height harris harass morris parker parked marker darker barker parks walker walked talker waker walks turner
	turned burner tuner copper cooler carter cater charter caster cartel baker maker taker miller killer filler milled palmer
	calmer porter poster sorter report foster faster fosters poster potter pottery fisher fished hunter hunted butler taylor
	tailor mason mason reason season person lawson dawson dates wells wills walls hills bells fields lloyd flood reed read
	simple sample single simon salmon carol coral carols laurel marina marine maria marie manic panic magic logic basic event
	evens seven eleven given driven heaven oven women woman human roman roam owing owned brand grant grand giant plant granted
	award ward warden garden harden hardens martin morning moving living giving dealing feeling healing hearing meaning
	leaning learning planning training running coming going doing being daily daisy dairy diary sarah harsh share spare stare
	scare peter meter metre pewter paper later water waters rather father mother brother other others after alter adult alert
	learn clear claim clare clara paula pause peace place plane planet janet jane james games names dates steps stems jason
	jacket packet pocket rocket helen hello health healthy heather weather leather whether feather rachel reach teach david
	avid avoid devoid daniel denial dental manual annual allen alley fallen stolen allow alone along among amongst young
	younger hunger anger danger manger manager managed stage staged savage victor doctor factor actor victory history
	story stories robin robins cabin rosin basin raisin dawn down drawn grown louise loose louis house horse nurse course
	source force forced frank drank thank thanks franks prank crank tracy trace traces track tracks traced truck stick quick
	quiet quite suite emily family emails email empty emmas enemy every very merry berry terry perry henry penny pennies
	plenty twenty thirty tyres tyler taller smaller small smith myths moths months mouth south youth truth tooth
	north forth worth birth earth heart hearts start state stated status stage storm store stores score scores shore
	chore short shots shoes shows shown stone stones tones notes votes vote robert robber rubber number member remember
	september december november october sober lower power tower powers flowers flower slower shower showers follow follows
	hollow yellow fellow bellow believe relieve relief belief brief chief thief grief griffin coffin coffee bryan bring brain
	brian train drain grain gains pains paint point points joint joints joins joint moment momentum comment content contact
	contract contrast
	`
		.trim()
		.split(/\s+/),
);

/**
 * Whether a folded word is a name with one letter wrong: another, one too few, one too many, or two that changed places.
 * Names of fewer than five letters are too near to other words.
 */
export function isMisspelt(word: string, name: string): boolean {
	if (name.length < LEAST_LETTERS || word.length < LEAST_LETTERS - 1 || word === name) return false;
	if (Math.abs(word.length - name.length) > 1 || ORDINARY.has(word)) return false;
	let start = 0;
	while (start < word.length && word[start] === name[start]) start++;
	const rest = word.slice(start);
	const wanted = name.slice(start);
	const isOther = rest.slice(1) === wanted.slice(1);
	const isFewer = rest === wanted.slice(1);
	const isMore = rest.slice(1) === wanted;
	const isSwapped =
		rest.length > 1 && rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2);
	return isOther || isFewer || isMore || isSwapped;
}
