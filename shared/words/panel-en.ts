import type { PanelWords } from './panel.ts'

const s = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

/** English of the panel. */
export const panelEn: PanelWords = {
  product: 'Duban',
  mark: 'D',
  county: 'Guannan County Congress',
  frame: {
    search: 'Search number, title, deputy', searchShort: 'Search', menu: 'Menu', back: 'Back', toContent: 'Skip to content', main: 'Content', all: 'All items', today: 'Today', countyPage: 'County', platform: 'Platform',
    notices: 'Reminders and forecast', imports: 'Import', accounts: 'Accounts and offices', calendar: 'Calendar', ledgers: 'Ledger settings', log: 'Log', help: 'Help', others: 'Other', owed: (n) => `${n} to do`,
    signOut: 'Sign out', settings: 'My settings', language: 'Language', readOnly: 'Read only', large: 'Text size', sizes: ['Normal', 'Large', 'Largest'], theme: 'Colours', light: 'Light', dark: 'Dark', keys: 'Keyboard', keysOn: 'Use shortcuts',
    showKeys: 'Show shortcuts', dense: 'Compact', notFound: 'This page was not found.', toToday: 'Back to Today', updated: 'Updated.', reload: 'Reload', soon: 'This page is being prepared.', unfold: 'Unfold', fold: 'Fold', searching: (q) => `Searching “${q}”`,
    results: 'Items found', breadcrumb: 'Where you are', collapsed: 'Menu shows icons only',
  },
  lamp: {
    done: 'Done', doneEarly: (n) => `${s(n, 'day')} early`, doneOnDay: 'on time', wasLate: (n) => `${s(n, 'day')} late`, paused: 'Paused', noDay: 'Day not known yet', void: 'No longer owed', provisional: 'Provisional',
  },
  common: {
    close: 'Close', save: 'Save', cancel: 'Not now', more: 'More', loading: 'Loading', slow: 'Still loading, the network is slow…', retry: 'Try again', offline: 'Offline, reconnecting. What you wrote is safe.', yes: 'Yes', no: 'No', empty: 'Not filled in', of: ', ', and: ', ',
    optional: 'Optional', required: 'Required', print: 'Print', open: 'Open', remove: 'Remove', add: 'Add', choose: 'Choose', none: 'Nothing fits', delete: 'Delete', items: (n) => `${n}`, people: (first, n) => (n > 1 ? `${first} and ${n - 1} more` : first), lead: 'lead', days: (n) => s(n, 'day'), undo: 'Undo',
    clear: 'Clear', view: 'Show', next: 'Next', previous: 'Previous', system: 'System', copied: 'Copied.', characters: (n) => `${n} left`, over: (n) => `${n} too many`, from: 'From', to: 'to',
  },
  fault: {
    forbidden: 'Another office takes this step; yours cannot.', failed: (code) => `Something failed (${code}). Your text is safe; try again, or give this number to the county office.`, many: (n) => `Too fast. Please wait ${s(n, 'second')}.`,
    network: 'The server could not be reached. Your text is safe; try again later.', timeout: 'No answer in 20 seconds; the network may be slow. Your text is safe; try again.', notFoundTitle: 'Not found', notFound: "The address may be wrong, or it is outside your office's scope.", toList: 'Back to list',
    fix: (n) => `${s(n, 'thing')} to fix`, stale: 'Someone has just changed this item.', page: 'The page failed. If something was not saved, reload and go on from the autosaved copy.',
  },
  session: { ended: 'Session expired', resume: 'Enter your password to go on; nothing is lost.', goOn: 'Go on', leave: 'Sign out and drop what is unsaved' },
  today: {
    title: 'Today', morning: 'Good morning', noon: 'Good day', afternoon: 'Good afternoon', evening: 'Good evening', hello: (greeting, name) => `${greeting}, ${name}. `, late: (n) => `${n} overdue`, dueToday: (n) => `${n} due today`, week: (n) => `${n} more this week`, has: 'You have ', join: ', ', stop: '.',
    now: 'Do now', next: 'Next (within 15 days)', later: 'Later', empty: 'Nothing to do today. ', upcoming: (day, number) => `Next: ${number}, due ${day}.`, nothing: 'Nothing is waiting further on either.', waiting: 'Waiting for others',
    waitingSentence: (offices, n, more) => `${more ? 'More than ' : ''}${s(n, 'item')} with ${s(offices, 'office')}`, waitingLate: (n) => `${n} of them overdue`, waitingNone: 'Waiting for nobody.', all: (n) => `All ${n}`, recent: 'Recently viewed', drafts: (n) => s(n, 'draft'), nextOne: (n) => `Next (${n} left)`, allDone: 'This batch is done.', pending: 'Waiting for my next step', lead: 'Lead', duty: (duty, heading) => `${duty}: ${heading}`,
  },
  list: {
    all: 'All', to: (act) => `To ${act.toLowerCase()}`, soon: 'Near due', late: 'Overdue', done: 'Closed', drafts: 'Drafts', views: 'My views', saveView: 'Save these filters…', viewName: 'Name', dropView: (name) => `Delete “${name}”`, create: (ledger) => `New: ${ledger}`, import: 'Import', export: 'Export Excel',
    exportCsv: 'Export CSV', words: 'Number, title, deputy', filter: 'Filter', reset: 'Reset', columns: 'Columns', active: 'Filtered: ', drop: (name) => `Drop ‘${name}’`, clear: 'Clear all', township: 'Township', unit: 'Office', state: 'State', year: 'Year', lamp: 'Due', any: 'All', open: 'Not closed', yearOf: (year) => year,
    lateOnly: 'Overdue', soonOnly: 'Due within 15 days', due: 'Due', number: 'Number', heading: 'Title', dueOn: 'Due on', created: 'Created', updated: 'Updated', ledger: 'Ledger', total: (n) => `${n} in all`, range: (from, to) => `showing ${from}–${to}`, perPage: (n) => `${n} a page`, prev: 'Previous', next: 'Next', more: (n) => `${n} more`,
    emptyCreate: (ledger) => `No ${ledger} yet. Create one, or import earlier years from Excel.`, emptyCreateOnly: (ledger) => `No ${ledger} yet. Create one.`, empty: 'Nothing has been assigned to your office yet.', nothing: 'Nothing matches.', failed: 'The list could not be loaded.', selected: (n) => `${n} selected`, unselect: 'Unselect',
    bulk: (act) => `${act}…`, rowsCan: (n) => `${n} can`, rowsCannot: (n) => `${n} cannot`, bulkDone: (n, act) => `${act}: ${n} done`, bulkNot: (n) => `${n} not`, printSheets: 'Print sheets', saved: 'These filters are saved.', exporting: 'Preparing the sheet…', caption: (ledger) => `List: ${ledger}`,
  },
  record: {
    mine: (day, duty) => `${duty} by ${day}`, mineNoDay: (duty) => `${duty}: yours to do`, mineLate: (day, duty) => `${duty} was due ${day}; please act today`, waiting: (office, duty) => `Waiting for ${office}: ${duty}`, closed: (day, how) => `Closed on ${day}; ${how.toLowerCase()}. Nothing left to do.`,
    rest: (state) => `Now “${state}”; nothing to do.`, next: (state, act) => `Now “${state}”. Next: ${act}.`, void: (state) => `Now “${state}”.`, why: 'Why this day', whyShort: 'Why this day', foldWhy: 'Fold', duties: 'Duties and days', doneMore: (n) => `${n} more done or no longer owed`, timeline: 'Timeline', timelineAll: 'All', timelineActs: 'Acts only',
    related: 'Related', parent: 'Above', child: 'Below', ref: 'Related', files: 'Attachments', basics: 'Basics', number: 'Number', township: 'Township', place: (n, of) => `${n} of ${of}`, sheet: 'Print sheet', edit: 'Edit', unfold: 'Show all', fold: 'Fold', whole: (n) => `Checked: complete, ${s(n, 'entry', 'entries')}`,
    broken: 'Checked: entries do not match; tell the county office', step: (at, of) => `Step ${at} of ${of}: `, dayCount: (n) => `day ${n}`, done: 'Done', doneOn: (day) => `done ${day}`, urge: 'Urge', urged: (n) => `urged ${n}×`, copyUrge: 'Copy a message', urgeTitle: (office) => `Urge ${office}`, urgedNow: (n, office) => `${s(n, 'mail')} sent to ${office}.`, urgedBefore: (office) => `${office} has been urged today already; nothing was sent.`, newer: (who, act) => `${who} has just taken “${act}”.`, newerPlain: 'This item has just changed.', show: 'Show',
    dead: 'Not possible now', noFiles: 'No attachments', branch: 'another outcome', onBehalf: (office) => `for ${office}`, wasNow: (was, now) => `${was} → ${now}`, reminded: (office) => `Reminded ${office}`, deleteDraft: 'Delete draft', deleted: 'Draft deleted.', restored: 'Draft restored.', deleteAsk: 'Delete this draft? It can be restored for 30 days.',
    created: 'Created', edited: 'Edited', imported: 'Imported', removed: 'Deleted', restoredAct: 'Restored', holderPhone: (name, phone) => `Liaison ${name} ${phone}`, county: 'County', noTimeline: 'Nothing has happened yet.', pausedHere: 'Paused', moreFields: 'More',
    urgeText: (number, heading, duty, day, lamp, link) => `[Duban] ${number} “${heading}”: ${duty} was due ${day}, ${lamp}. Please act today: ${link}`,
  },
  why: { title: 'Why this day', skipped: 'Rest days passed over', worked: 'Make-up working days counted', cap: (day) => `At the latest ${day}` },
}
