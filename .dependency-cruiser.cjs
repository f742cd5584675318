/**
 * The borders of the house (what may import what). Each rule has a planted breach in `test/architecture.test.ts`, so that it
 * is known to fail when it should. Only `import type` is erased by the compiler; it is looked at too (`tsPreCompilationDeps`),
 * and a rule that lets types through says `notTypes`.
 */
const notTypes = { dependencyTypesNot: ['type-only'] }
const npm = [
  'npm',
  'npm-dev',
  'npm-optional',
  'npm-peer',
  'npm-bundled',
  'npm-no-pkg',
  'npm-unknown',
  'unknown',
  'undetermined',
]

/** Matches a file of one of these packages, or of its types. */
const packages = names => `(^|/)node_modules/(@types/)?(${names.join('|')})/`

const DRIVERS = ['libsql', 'mongoose', 'mongodb']
const CONTENT = ['zod', 'i18next']
const SERVICES = [
  'zod',
  'date-holidays',
  'eld',
  'fastest-levenshtein',
  'kdbush',
  'libphonenumber-js',
  'minisearch',
  'node-cron',
  'rrule-temporal',
  'temporal-polyfill',
]
const APP = '^(content|dialogs|services|bot)/'
/** Run by tools, never by the service. */
const BUILD_TOOLS = '^bot/web/client/bundle[.]mjs$'

/** A border between folders: who may not import what, and why in one sentence. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const folders = [
  forbid(
    'content-alone',
    'content knows words and facts, nothing of the rest',
    { path: '^content/' },
    { path: '^(dialogs|services|bot|test|bench)/' },
  ),
  forbid(
    'content-packages',
    `content may use ${CONTENT.join(', ')}`,
    { path: '^content/' },
    { dependencyTypes: npm, pathNot: packages(CONTENT) },
  ),
  forbid(
    'dialogs-content-only',
    'dialogs know content alone',
    { path: '^dialogs/' },
    { path: '^(services|bot|test|bench)/' },
  ),
  forbid(
    'dialogs-no-packages',
    'dialogs are pure: no package and nothing of the machine',
    { path: '^dialogs/' },
    { dependencyTypes: [...npm, 'core'] },
  ),
  forbid(
    'services-content-only',
    'services know content alone',
    { path: '^services/' },
    { path: '^(dialogs|bot|test|bench)/' },
  ),
  forbid(
    'services-packages',
    'services may use zod and the libraries of their field; a web server, a view or a log is of bot',
    { path: '^services/' },
    { dependencyTypes: npm, pathNot: packages([...SERVICES, ...DRIVERS]) },
  ),
  forbid(
    'app-no-tests',
    'what runs does not lean on tests or benches',
    { path: APP },
    { path: '^(test|bench|[.]ci)/' },
  ),
]

const finer = [
  forbid(
    'dialog-is-data',
    'a dialog is data: it imports the engine’s definition alone (index, proof and offered-labels read dialogs, they are none)',
    { path: '^dialogs/[^/]+[.]ts$', pathNot: '^dialogs/(index|proof|offered-labels)[.]ts$' },
    { pathNot: '^dialogs/engine/definition[.]ts$' },
  ),
  forbid(
    'engine-no-dialog',
    'the engine works for any dialog',
    { path: '^dialogs/engine/' },
    { path: '^dialogs/([^/]+[.]ts$|proof/)' },
  ),
  forbid(
    'drivers-in-storage',
    'a database driver is used in services/storage alone',
    { path: `${APP}|^(test|bench)/`, pathNot: '^(services/storage|test/stores?|test/storage|test/app|bench)/' },
    { path: packages(DRIVERS) },
  ),
  forbid(
    'stores-in-compose',
    'a port imports no store: only bot/open-stores.ts, bot/compose.ts and the commands choose one',
    { path: APP, pathNot: '^(services/storage/|bot/(compose|open-stores)[.]ts$|bot/commands/)' },
    { path: '^services/storage/' },
  ),
  forbid(
    'channels-in-compose',
    'a channel is made and mounted in a few files (compose, server, web-chat, whatsapp, bot-framework); others may use its types',
    {
      path: APP,
      pathNot: '^bot/(channels/|whatsapp/|(compose|web-chat|bot-framework)[.]ts$|server[.]tsx$|web/routes/)',
    },
    { path: '^bot/channels/[^/]+/', ...notTypes },
  ),
  forbid(
    'emulator-alone',
    'the emulator checks the channel, so it shares no code with it',
    { path: '^bot/emulator/' },
    { path: '^(content|dialogs)/|^bot/(?!emulator/)' },
  ),
  forbid(
    'emulator-no-service',
    'the emulator checks what services lead to; it may use their types',
    { path: '^bot/emulator/' },
    { path: '^services/', ...notTypes },
  ),
  forbid(
    'emulator-in-commands',
    'the emulator never runs in service',
    { path: APP, pathNot: '^bot/(emulator|commands)/' },
    { path: '^bot/emulator/' },
  ),
  forbid(
    'pages-web-channel',
    'the pages are the second door of the web chat and share its tokens; of other channels they know nothing',
    { path: '^bot/web/routes/' },
    { path: '^bot/channels/[^/]+/', pathNot: '^bot/channels/direct-line/', ...notTypes },
  ),
  forbid('channel-no-dialog', 'a channel transports', { path: '^bot/channels/' }, { path: '^dialogs/' }),
  forbid(
    'channel-no-service',
    'a channel transports; it may use types of services',
    { path: '^bot/channels/' },
    { path: '^services/', ...notTypes },
  ),
  forbid(
    'channel-no-sibling',
    'channels do not know each other',
    { path: '^bot/channels/([^/]+)/' },
    { path: '^bot/channels/[^/]+/', pathNot: '^bot/channels/$1/' },
  ),
  forbid(
    'sdk-in-one-file',
    'the Bot Framework SDK, whose support has ended, is named in bot/sdk.ts alone',
    { path: `${APP}|^test/`, pathNot: '^bot/sdk[.]ts$' },
    { path: '(^|/)node_modules/botbuilder[^/]*/' },
  ),
  forbid(
    'browser-code-small',
    'the script of the chat page shares small views with the server and nothing else: it is sent to every phone',
    { path: '^bot/web/client/' },
    { path: APP, pathNot: '^bot/web/(client/|[^/]+$)', ...notTypes },
  ),
]

/** Entry points, and what another name points to (`alias` in bundle.mjs). */
const STARTS =
  '^(bot/main[.]ts$|bot/commands/|bot/web/client/(main|jsx-runtime)[.]ts$|test/|bench/|build[.]mjs$)|[.]d[.]ts$'

const general = [
  forbid('no-circular', 'a circle cannot be understood from any end', {}, { circular: true }),
  forbid('no-orphans', 'a file that nothing uses: use it or remove it', { orphan: true, pathNot: STARTS }, {}),
  forbid(
    'no-unresolvable',
    'an import of something that is not there',
    { pathNot: '^bench/' },
    { couldNotResolve: true },
  ),
  forbid(
    'no-dev-packages',
    'what runs uses packages that are installed where it runs',
    { path: APP, pathNot: BUILD_TOOLS },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'], pathNot: '(^|/)node_modules/@types/' },
  ),
  forbid(
    'no-unlisted-packages',
    'a package that package.json does not name',
    { path: APP },
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
]

module.exports = {
  forbidden: [...folders, ...finer, ...general],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '^(dist|coverage|bench/peers|bot/web/assets)/' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
}
