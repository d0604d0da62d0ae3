import type { ActWords } from './act.ts'

/** English of the forms. */
export const actEn: ActWords = {
  act: {
    first: (number, act) => `“${act}” for ${number}.`, goes: (state) => `It will then be “${state}”.`, stays: 'Its state stays as it is.', willBe: (duty, day) => `${duty} will be due ${day}`, willBeNone: (duty) => `${duty} will have no deadline`, length: (length, who) => `${length}, ${who}.`, skippedNone: 'Passed over: none', skipped: (names) => `Passed over: ${names}`,
    moves: (duty, day) => `${duty} will move to ${day}`, final: 'This cannot be undone.', behalf: (me, office) => `${me} acts for ${office}; the timeline will say so.`, behalfOf: 'On behalf of', done: (act, state) => `${act}: done. Now “${state}”.`, doneDue: (duty, day, office) => `${office}: “${duty}” is due ${day}.`, conflict: 'Show', ask: 'What you wrote has not been sent. Close?', keep: 'Keep writing', drop: 'Close',
    taking: 'Sending…', confirm: (act) => `Confirm: ${act}`, recentOffices: 'Often used', allOffices: 'All', optional: 'Optional', nobody: 'Nobody will owe anything new.', pasted: 'Pasted as plain text, paragraphs kept.', sumOk: 'The counts add up', sumOff: (sum, valid) => `The counts add up to ${sum}, valid votes are ${valid}; they must be equal`,
  },
  ballot: { all: 'Members', present: 'Present', issued: 'Issued', collected: 'Collected', valid: 'Valid' },
  form: {
    new: (ledger) => `New: ${ledger}`, edit: (number) => `Edit ${number}`, basics: 'Basics', more: 'Optional', saveDraft: 'Save draft', submit: (act) => act, give: 'Discard', saved: (time) => `Autosaved ${time}`, found: (time) => `There is an unfinished one of ${time}.`, goOn: 'Go on', drop: 'Drop it', leaveTitle: 'Unsaved changes', leaveText: 'They stay in this browser’s autosave after you leave.', stay: 'Keep editing', leave: 'Leave',
    created: (number) => `Created ${number}.`, draftSaved: 'Draft saved.', changed: 'Saved.', nothing: 'Nothing changed.', township: 'Township', drop1: 'Drop here or choose, up to 20 MB each', uploading: (name, percent) => `${name}: ${percent}%`, tooBig: (name) => `${name} is larger than 20 MB. Compress it first.`, uploadFailed: (name) => `${name} was not uploaded. Try again.`, removed: (name) => `Removed ${name}`,
    addRow: 'Add a row', dropRow: 'Remove this row', pasteRows: 'Cells can be pasted from Excel', pasteNames: 'Several names can be pasted from Excel', typed: 'Type and press Enter', noneDay: 'No deadline', restDay: (name) => `Rest day: ${name}`, filled: (n, of) => `${n} of ${of} filled in`, cannotEdit: 'This item cannot be edited now.', searchRecord: 'Find by number or title', similar: 'Similar:',
  },
  conflict: {
    title: 'Someone saved first', sentence: (who, time, theirs, mine, both) => `${who} changed ${theirs} fields at ${time}; you ${mine}; ${both} in common.`, was: 'Before', theirs: (who) => `Now (${who})`, mine: 'Yours', merged: (n, names) => `Merged for you: ${n} (${names})`, back: 'Keep editing', save: 'Save this choice',
  },
  sign: {
    title: 'Sign in', email: 'E-mail', password: 'Password', show: 'Show', hide: 'Hide', in: 'Sign in', forgot: 'Forgot password', remember: 'Fill in my e-mail next time', wrong: 'Wrong e-mail or password.', code: 'Code', codeHelp: 'Open the authenticator on your phone and enter the 6 digits.', newTitle: 'Set a new password', newHelp: 'On first sign-in, choose a password of your own.', newPassword: 'New password', again: 'Once more', set: 'Set and sign in',
    rules: ['At least 10 characters', 'A capital letter', 'A small letter', 'A digit', 'A sign such as - ! #', 'Both entries the same'], forgotTitle: 'Forgot password', forgotHelp: 'Enter your e-mail; we send a link to set a new password.', send: 'Send link', sent: 'If this e-mail has an account, the link is on its way. Look into your mailbox.', back: 'Back to sign-in', resetTitle: 'Set a new password', resetDone: 'The password is changed; sign in with it.', needEmail: 'Fill in the e-mail.', needPassword: 'Fill in the password.', language: '中文',
  },
  sheet: {
    title: (ledger) => `${ledger}: sheet`, printed: (time) => `Printed ${time}`, signatures: ['Handling unit (seal)', 'Congress office (seal)', 'Deputy (signature)'], date: 'Date', timeline: 'Timeline', when: 'When', who: 'Office, name', what: 'Act', said: 'Text', duties: 'Duties and days', duty: 'Duty', office: 'Office', due: 'Due', done: 'Done', scan: 'Scan to open', back: 'Back',
  },
  keys: { title: 'Keyboard shortcuts', search: 'Search', today: 'Today', county: 'County', create: 'New', rows: 'Move, open', records: 'Previous, next record', main: 'Main act', submit: 'Submit', close: 'Close', help: 'This list', off: 'These keys work only while no text is being typed; they can be switched off in My settings.' },
}
