// A room (a folder of src) may import only the rooms named before it. Without the two settings the import rules see no TypeScript.
exports.importSettings = {
  'import/resolver': { node: { extensions: ['.js', '.ts', '.tsx', '.json'] } },
  'import/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
};

/** @param {string} dir the package @param {string[]} rooms folders below src, the one that knows nobody first */
exports.rooms = (dir, rooms) => ({
  'import/no-cycle': 'error',
  'import/no-restricted-paths': [
    'error',
    {
      basePath: dir,
      zones: rooms.map((room, index) => ({
        target: `./src/${room}`,
        from: rooms.slice(index + 1).map(later => `./src/${later}`),
        message: `The room "${room}" may not know the rooms that build on it.`,
      })),
    },
  ],
});
