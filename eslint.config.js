import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Forbids importing from other layers, with a message that says where to go instead. */
function walls(...groups) {
  return { 'no-restricted-imports': ['error', { patterns: groups }] };
}

const noElectron = { group: ['electron', 'electron/*'], message: 'Only electron/hosts/electron, main.ts and preload.ts import electron.' };
const noNode = { group: ['node:*'], message: 'shared/ is pure: take what you need as an argument (see electron/services/ports.ts).' };
const noServices = { group: ['**/electron/**', '**/services/**'], message: 'Reach services through the contract in shared/ipc.ts.' };
const noRenderer = {
  group: ['**/renderer/**', 'react', 'react-dom*', 'slate*', 'antd', 'antd/*'],
  message: 'Only renderer/ shows things; decide in shared/.',
};

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'release', 'test-results', 'playwright-report', 'coverage'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      // Sizes: a function is one thought, a file one subject. Tests tell stories and may be longer.
      complexity: ['error', 24],
      'max-depth': ['error', 4],
      'max-params': ['error', 6],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 100, skipBlankLines: true, skipComments: true }],
      'no-console': 'off',
    },
  },
  { files: ['tests/**'], rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
  { files: ['shared/**/*.ts'], rules: walls(noElectron, noNode, noServices, noRenderer) },
  { files: ['electron/**/*.ts'], rules: walls(noElectron, noRenderer) },
  { files: ['electron/hosts/electron/**/*.ts', 'electron/main.ts', 'electron/preload.ts'], rules: walls(noRenderer) },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules, ...walls(noElectron, noNode, noServices) },
  },
);
