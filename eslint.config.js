import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

/** Where a text becomes markup or script. A policy of the browser stops the same (`src/edition/headers.ts`); this says so sooner. */
const SINKS = [
  ['AssignmentExpression[left.property.name=/^(inner|outer)HTML$|^srcdoc$/]', 'innerHTML, outerHTML and srcdoc'],
  ['MemberExpression[property.value=/^((inner|outer)HTML|srcdoc)$/]', 'innerHTML, outerHTML and srcdoc'],
  [
    'CallExpression[callee.property.name=/^(insertAdjacentHTML|createContextualFragment|parseFromString|(set|parse)HTML(Unsafe)?)$/]',
    'Parsing markup',
  ],
  ['CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]', 'document.write'],
  ['NewExpression[callee.name="DOMParser"]', 'DOMParser'],
  ['CallExpression[callee.property.name="setAttribute"][arguments.0.value=/^(on|srcdoc$)/i]', 'An attribute that runs'],
  ['SvelteAttribute[key.name=/^srcdoc$/i]', 'srcdoc'],
  ['SvelteLiteral[value=/^\\s*javascript:/i]', 'An address that runs'],
  ['SvelteDirective[kind="Binding"][key.name.name=/HTML$/]', 'A binding of markup'],
].map(([selector, what]) => ({ selector, message: `${what}: text of editions and strangers never becomes markup.` }));

export default defineConfig(
  globalIgnores([
    'dist/',
    '.cache/',
    'public/',
    'test-results/',
    'playwright-report/',
    'tests/fixtures/broken/',
    'tests/fixtures/small/',
    'src/sync/embed/published/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.svelte'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'], tsconfigRootDir: import.meta.dirname },
    },
  },
  svelte.configs.recommended,
  {
    // The parser of .svelte files hands their scripts on to this one.
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    files: ['**/*.svelte.ts'],
    // A Map or URL that nothing follows is meant: what is followed is a SvelteMap.
    rules: { 'svelte/prefer-svelte-reactivity': 'off' },
  },
  {
    files: ['**/*.ts', '**/*.svelte'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // An effect that reads a value to follow it says so with `void`.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // The compiler knows what is defined, and svelte-check asks it.
      'no-undef': 'off',
      eqeqeq: 'error',
    },
  },
  {
    // What is shipped. The maker of the film draws in a page of its own.
    files: ['src/**/*.ts', 'src/**/*.svelte'],
    ignores: ['**/*.test.ts', 'src/tools/**'],
    rules: {
      'no-restricted-syntax': ['error', ...SINKS],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-implied-eval': 'error',
      'no-script-url': 'error',
    },
  },
  {
    files: ['**/*.svelte'],
    // ESLint's TypeScript sees every imported component as `any`; svelte-check knows their types.
    extends: [ts.configs.disableTypeChecked],
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
      // Words come from editions: as markup they could run.
      'svelte/no-at-html-tags': 'error',
      // It is for SvelteKit's resolve(); addresses here come from the address book.
      'svelte/no-navigation-without-resolve': 'off',
      // dependency-cruiser doesn't see the types that a component imports.
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '(^|/)edition/',
              message: 'The page gets the edition from src/loading; its types are in src/timeline.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        module: 'writable',
        URL: 'readonly',
        performance: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        setTimeout: 'readonly',
      },
    },
  },
  {
    // A partner's own script, in a page.
    files: ['tests/fixtures/partner/*.js'],
    languageOptions: { globals: { document: 'readonly' } },
  },
);
