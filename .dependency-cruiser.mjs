// Who may use whom. The one table of the house; ARCHITECTURE.md says it in words.
const MAY_USE = {
  governance: [],
  meetings: ['governance'],
  plans: ['governance', 'meetings'],
  assurance: ['governance', 'meetings', 'plans'],
  voice: ['governance', 'meetings', 'plans'],
  performance: ['governance', 'meetings', 'plans'],
  commissioning: ['governance', 'meetings', 'plans', 'performance'],
  'early-help': ['governance', 'performance'],
  thread: ['governance', 'meetings', 'plans', 'assurance', 'voice', 'performance', 'commissioning'],
  'public-site': ['governance', 'meetings', 'plans', 'assurance', 'voice', 'performance', 'commissioning', 'thread'],
  home: ['governance', 'meetings', 'plans', 'assurance', 'voice', 'performance', 'commissioning', 'thread', 'public-site'],
}

const domains = Object.keys(MAY_USE)
const any = (names) => `(${names.join('|')})`
const inTests = '\\.test\\.tsx?$|/testing/|^test/'
/** What reads, writes or talks: rules must not reach it through any chain. */
const worldly =
  '^(src/platform/(database|jobs|mail|documents|identity|live|web)/|src/platform/log\\.ts|node_modules/(pg|pg-boss|kysely|hono|@hono|nodemailer|better-auth|pino)/' +
  '|(node:)?(fs|net|http|https|dns|tls|child_process|worker_threads|os|process|timers)(/|$))'

const borders = domains.flatMap((domain) => {
  const others = domains.filter((other) => other !== domain && !MAY_USE[domain].includes(other))
  return [
    {
      name: `${domain}-knows-only-what-it-may`,
      comment: `${domain} may use ${MAY_USE[domain].join(', ') || 'no other domain'}.`,
      severity: 'error',
      from: { path: `^src/${domain}/`, pathNot: inTests },
      to: { path: `^src/${any(others)}/` },
    },
    {
      name: `${domain}-through-the-doors`,
      comment:
        'Another domain is used through public.ts and public-data.ts, and through its typed addresses (paths.ts and its like) and the navigation of a board, only.',
      severity: 'error',
      from: { path: `^src/${domain}/`, pathNot: inTests },
      to: {
        path: `^src/${any(domains.filter((other) => other !== domain))}/`,
        pathNot: '^src/[^/]+/(public|public-data|paths|area-paths|rule-paths|board-navigation)\\.tsx?$',
      },
    },
  ]
})

export default {
  forbidden: [
    ...borders,
    {
      name: 'nobody-uses-early-help',
      comment: 'Early help is sealed: it hands its finished, suppressed figures over by ports.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(early-help/|app\\.tsx|start/|sample/)|${inTests}` },
      to: { path: '^src/early-help/' },
    },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: inTests },
      to: { path: `^src/(${any(domains)}/|app\\.tsx|start/|sample/)` },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'rules-cannot-reach-the-world',
      comment:
        'Rules are pure: the date, holidays, thresholds and actor are arguments. They reach no database, disk, network or page through any chain.',
      severity: 'error',
      from: { path: '^src/[^/]+/rules/|^src/platform/(identity/rules|time|paper)/', pathNot: `${inTests}|\\.tsx$` },
      to: { path: worldly, reachable: true },
    },
    {
      name: 'public-door-is-pure',
      severity: 'error',
      from: { path: `^src/${any(domains)}/public\\.ts$` },
      to: { path: worldly, reachable: true },
    },
    {
      name: 'pages-and-forms-touch-no-data',
      severity: 'error',
      from: { path: '^src/[^/]+/(pages|forms)(/|\\.ts)', pathNot: inTests },
      to: {
        path: '^(src/[^/]+/(commands|public-data)|src/platform/database/|node_modules/(kysely|pg)/)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'sql-only-in-queries-and-commands',
      severity: 'error',
      from: { path: `^src/${any(domains)}/`, pathNot: `^src/[^/]+/(queries|commands|sample)(/|\\.ts)|${inTests}` },
      to: { path: '^node_modules/(kysely|pg)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'product-needs-no-tools',
      severity: 'error',
      from: { path: '^src/', pathNot: inTests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'product-leaves-tests-alone', severity: 'error', from: { path: '^src/', pathNot: inTests }, to: { path: inTests } },
    { name: 'everything-is-found', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^mdast$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(docs|\\.data)/' },
    // Types are seen, too, so that a domain cannot lean on another's inner shapes; reachability looks at what runs.
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
