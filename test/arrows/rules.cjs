/** The arrows of the house: who may lean on whom. Each rule says why, so that the message teaches. */
const ruleFile = '^src/domains/[^/]+/[^/]+/(means-test/[^/]+|(facts|eligibility|amount|form|terms|parameters|statistics))\\.ts$';

module.exports = {
  forbidden: [
    { name: 'kernel-knows-no-business', comment: 'The kernel is what every bureau does; a matter is declared to it, never imported by it.', severity: 'error',
      from: { path: '^src/kernel/' }, to: { path: '^src/domains/' } },
    { name: 'domains-apart', comment: 'One line of business does not import another: declare a reaction to its event instead.', severity: 'error',
      from: { path: '^src/domains/([^/]+)/' }, to: { path: '^src/domains/', pathNot: '^src/domains/$1/' } },
    { name: 'matters-share-only-common', comment: 'A matter shares only its domain\'s common/: move what two need there, or into the kernel.', severity: 'error',
      from: { path: '^src/domains/([^/]+)/([^/]+)/', pathNot: '^src/domains/[^/]+/common/' }, to: { path: '^src/domains/$1/', pathNot: '^src/domains/$1/(common/|$2/|domain\\.ts)' } },
    { name: 'rule-files-are-pure', comment: 'Rule files read like the article of law and run in the browser too: they take values and contracts, nothing that acts.', severity: 'error',
      from: { path: ruleFile }, to: { path: '^(src/kernel/(?!contract/|values/|policy/|benefits/assess|statistics/define)|src/server/|src/web/)', dependencyTypesNot: ['type-only', 'type-import'] } },
    { name: 'values-are-pure', comment: 'Values run anywhere: no Node module in them.', severity: 'error',
      from: { path: '^src/kernel/(values|contract)/', pathNot: '\\.test\\.ts$' }, to: { dependencyTypes: ['core'] } },
    { name: 'web-takes-types-only', comment: 'A page may know the types of the kernel and its values; code of the server side never reaches a browser.', severity: 'error',
      from: { path: '^src/(web/|domains/.*/web/)' }, to: { path: '^src/(server/|kernel/(?!values/|contract/))', dependencyTypesNot: ['type-only', 'type-import'] } },
    { name: 'server-side-has-no-screens', comment: 'Server code never imports a screen.', severity: 'error',
      from: { path: '^src/(kernel|server)/' }, to: { path: '\\.tsx$' } },
    { name: 'portal-stays-light', comment: 'The portal takes neither the workbench nor its component library: it has to work on an old phone.', severity: 'error',
      from: { path: '^src/web/portal/|\\.portal\\.tsx$' }, to: { path: '^src/web/workbench/|react-aria-components|\\.workbench\\.tsx$' } },
    { name: 'nobody-imports-server', comment: 'The server is the outermost room.', severity: 'error',
      from: { path: '^src/(kernel|domains|web)/' }, to: { path: '^src/server/', dependencyTypesNot: ['type-only', 'type-import'] } },
    { name: 'sources-do-not-lean-on-demo-or-tests', comment: 'What a bureau runs must not need the demo or the tests.', severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$|^src/server/prepare\\.ts$' }, to: { path: '^(demo|test)/' } },
    { name: 'no-cycles', comment: 'Two files that need each other are one thing, or a third is missing.', severity: 'error',
      from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'type-import'] } } },
  ],
  options: {
    tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' }, doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
