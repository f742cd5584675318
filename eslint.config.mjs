import tseslint from 'typescript-eslint'

/** Time, ids and chance are handed in, so that a test can say what they are (only services/clock.ts reads the clock). */
const handedIn = [
  [
    "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    'Take the time from a Clock that is handed in',
  ],
  ["NewExpression[callee.name='Date'][arguments.length=0]", 'Take the time from a Clock that is handed in'],
  ["CallExpression[callee.name='Date']", 'Take the time from a Clock that is handed in'],
  ["MemberExpression[object.name='performance'][property.name='now']", 'Take the time from a Clock that is handed in'],
  ["MemberExpression[object.name='Temporal'][property.name='Now']", 'Take the time from a Clock that is handed in'],
  ["MemberExpression[object.name='Math'][property.name='random']", 'Let chance be handed in'],
  ['MemberExpression[property.name=/^(randomUUID|randomBytes|getRandomValues)$/]', 'Let ids be handed in'],
  ['ImportSpecifier[imported.name=/^(randomUUID|randomBytes|randomInt|getRandomValues)$/]', 'Let ids be handed in'],
].map(([selector, message]) => ({ selector, message }))

const settings = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Only bot/config.ts reads settings',
  },
  { selector: 'ImportDeclaration[source.value=/^(node:)?process$/]', message: 'Only bot/config.ts reads settings' },
]

const sdk = {
  patterns: [
    { regex: '^botbuilder', message: 'Name the Bot Framework SDK in bot/sdk.ts alone: its support has ended' },
  ],
}

const TESTS = ['test/**/*.{ts,tsx}']
const TOOLS = ['test/**/*.mjs', '*.{mjs,cjs}', '.*.cjs', '.ci/**', 'bench/**']

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'test-results/', 'data/', 'bench/peers/', 'bot/web/assets/', 'bot/web/assets/'] },
  // A rule is changed here with its reason, never switched off in a file.
  { linterOptions: { noInlineConfig: true } },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-control-regex': 'error',
      'no-constant-condition': ['error', { checkLoops: false }],
      'no-empty': 'error',
      'no-self-assign': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-escape': 'error',
      'no-useless-catch': 'error',
      'no-fallthrough': 'error',
      'no-restricted-imports': ['error', sdk],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // Numbers in a sentence for people are what templates are for
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/restrict-plus-operands': ['error', { allowNumberAndString: true }],
      // `return fail(response, 400)` ends a handler in one line
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // A port is async; a store that needs no waiting still answers, and fails, through its promise
      '@typescript-eslint/require-await': 'off',
      // `void (await all)` says that what came is dropped
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // Asks for `startsWith` where two letters are compared
      '@typescript-eslint/prefer-string-starts-ends-with': 'off',
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // `'yes' | 'no' | string` tells the reader which words to expect
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // Letters are looked at by code point here, which is what `[...text]` does
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['content/**/*.ts', 'dialogs/**/*.ts', 'services/**/*.ts'],
    ignores: ['services/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', ...handedIn, ...settings], 'no-console': 'error' },
  },
  {
    files: ['bot/**/*.{ts,tsx}'],
    ignores: ['bot/config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...settings] },
  },
  { files: ['bot/**/*.{ts,tsx}'], ignores: ['bot/commands/**', 'bot/main.ts'], rules: { 'no-console': 'error' } },
  { files: ['bot/sdk.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    // Old phones lack what the types of the browser promise
    files: ['bot/web/client/**'],
    rules: { '@typescript-eslint/no-unnecessary-condition': 'off' },
  },
  {
    files: ['{content,dialogs,services,bot}/**/*.{ts,tsx}'],
    // One list of all codes, and one straight line that puts everything together
    ignores: ['content/vocabulary.ts', 'bot/compose.ts'],
    rules: {
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      // Aim at 40. What a factory makes inside counts for the factory too, hence the room
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: TESTS, rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  {
    files: TOOLS.concat('bot/web/client/bundle.mjs'),
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-undef': 'error' },
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        performance: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        AbortSignal: 'readonly',
        Buffer: 'readonly',
        module: 'writable',
        globalThis: 'readonly',
      },
    },
  },
)
