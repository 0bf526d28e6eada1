import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'index/', 'eslint.config.js'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      // The one project that has all files: with one for each folder, the sources would be read and typed twice.
      parserOptions: { project: ['tests/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
);
