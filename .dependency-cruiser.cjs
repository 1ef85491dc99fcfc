// The walls of the house: who may import whom. Each rule has its planted violation in test/unit/tooling/walls.test.ts.
const dirs = (...names) => `^(${names.join('|')})/`;

/** `from` may import of our own code only what `may` lists (and itself). */
const only = (name, from, may, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: dirs('electron', 'renderer', 'shared', 'resources', 'test', 'scripts'), pathNot: [from, ...may] },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle has no order in which it can be read.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-barrels',
      comment: 'An index file hides who needs what.',
      severity: 'error',
      from: {},
      to: { path: '(^|/)index\\.(ts|tsx)$', pathNot: 'node_modules' },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere would not be checked by any other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    only('shared-is-alone', '^shared/', ['^resources/.*\\.json$'], 'shared imports only shared (and data).'),
    {
      name: 'shared-only-zod',
      comment: 'Pure code: no Node, no Electron, no library but zod.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypesNot: ['local', 'localmodule', 'aliased', 'aliased-tsconfig'], pathNot: 'node_modules/zod/' },
    },
    {
      name: 'domain-knows-no-ipc',
      comment: 'Rules of a contest do not know that there is a wire.',
      severity: 'error',
      from: { path: '^shared/domain/' },
      to: { path: '^shared/ipc/' },
    },
    only(
      'renderer-sees-shared',
      '^renderer/',
      ['^shared/', '^resources/'],
      'The page reaches the rest through the contract.',
    ),
    {
      name: 'renderer-without-node',
      comment: 'The page runs in a sandbox.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-without-electron',
      comment: 'The page runs in a sandbox.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: {
        path: 'node_modules/(electron|better-sqlite3-multiple-ciphers|libsodium-wrappers-sumo|exceljs|age-encryption)/',
      },
    },
    {
      name: 'electron-without-renderer',
      comment: 'The main process does not know the screens.',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'preload-is-thin',
      comment: 'It runs beside the page and must stay one small file: types only.',
      severity: 'error',
      from: { path: '^electron/preload\\.ts$' },
      to: { pathNot: 'node_modules/electron/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rooms-know-no-usecase',
      comment: 'Use cases use the rooms, never the other way round.',
      severity: 'error',
      from: {
        path: dirs('electron/vault', 'electron/db', 'electron/exchange', 'electron/files', 'electron/documents'),
      },
      to: { path: dirs('electron/usecases', 'electron/ipc', 'shared/ipc') },
    },
    {
      name: 'only-usecases-see-the-database',
      comment: 'Container, exchange, spreadsheets and documents work on values; the row is a matter of db alone.',
      severity: 'error',
      from: { path: dirs('electron/vault', 'electron/exchange', 'electron/files', 'electron/documents') },
      to: { path: '^electron/db/' },
    },
    {
      name: 'database-knows-no-vault',
      comment: 'db opens what it is given; keys and files are the business of the vault.',
      severity: 'error',
      from: { path: '^electron/db/' },
      to: { path: dirs('electron/vault', 'electron/exchange', 'electron/files', 'electron/documents') },
    },
    {
      name: 'verifier-is-a-stranger',
      comment: 'What checks the result shares no code with what made it.',
      severity: 'error',
      from: { path: '^scripts/verifier/' },
      to: { pathNot: '^scripts/verifier/|node_modules/age-encryption/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'app-without-tests',
      comment: 'No test hook in the application.',
      severity: 'error',
      from: { path: dirs('electron', 'renderer', 'shared') },
      to: { path: dirs('test', 'scripts') },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.json', '.css'],
    },
  },
};
