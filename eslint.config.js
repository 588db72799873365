import js from '@eslint/js';
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';
import vueParser from 'vue-eslint-parser';

const SOURCE = 'extensions/peer-mentoring/src';

/** Which rooms of the extension a room may not look into. */
function closed(room, others, why) {
	const group = others.map((other) => `**/${other}/**`);
	return {
		files: [`${SOURCE}/${room}/**/*.{ts,vue}`],
		rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message: why }] }] },
	};
}

export default tseslint.config(
	{ ignores: ['**/dist/**', '**/node_modules/**', 'data/**'] },
	js.configs.recommended,
	...tseslint.configs.strict,
	...vue.configs['flat/essential'],
	{
		files: ['**/*.vue'],
		languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser } },
		// A bundle's components are local to it: one word is name enough, and the compiler knows the globals.
		rules: { 'vue/multi-word-component-names': 'off', 'no-undef': 'off' },
	},
	{
		files: ['**/*.{js,mjs}'],
		languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
	},
	{
		files: ['**/*.{ts,vue}'],
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', ignoreRestSiblings: true }],
		},
	},
	// A test that reads what is not there fails, which is what it is for.
	{ files: ['tests/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
	closed('domain', ['storage', 'import', 'workbook', 'api', 'app'], 'The rules of the contract import nothing.'),
	closed('import', ['storage', 'workbook', 'api', 'app'], 'Reading a file knows no database and no server.'),
	closed('workbook', ['storage', 'import', 'api', 'app'], 'A workbook is made of figures alone.'),
	closed('storage', ['api', 'app'], 'Storage knows nothing of who asks.'),
	closed('app', ['storage', 'import', 'workbook', 'api'], 'The Studio asks the server.'),
	closed('api/hooks', ['endpoints', 'operations', 'app'], 'Adapters do not import one another.'),
	closed('api/operations', ['hooks', 'endpoints', 'app'], 'Adapters do not import one another.'),
	closed('api/endpoints', ['hooks', 'operations', 'app'], 'Adapters do not import one another.'),
);
