import type { Office } from '../../shared/world.ts'
import { hasPosts, useAccountWords } from './accounts.ts'
import { DesksBox } from './DesksBox.tsx'
import { OfficeBox, PostBox, RoleBox, TextBox } from './Fields.tsx'
import type { Faults } from './faults.ts'
import { ImportBox } from './ImportBox.tsx'
import type { Draft } from './useDraft.ts'

type Props = { draft: Draft; change: (next: Partial<Draft>) => void; faults: Faults; offices: Office[]; fresh: boolean }

/**
 * Name, e-mail, office, role, posts; telephone, and desks for the county office, with whether registers may be brought in. A changed address gets a mail of
 * its own: that is said under it.
 */
export function DraftFields({ draft, change, faults, offices, fresh }: Props) {
  const { form } = useAccountWords()
  const options = offices.filter(({ closed, id, kind }) => !closed || (draft.office?.id === id && draft.office.kind === kind))
  return (
    <>
      <TextBox id="account-name" label={form.name} value={draft.name} change={(name) => change({ name })} error={faults.name} required />
      <TextBox
        id="account-email"
        type="email"
        label={form.email}
        {...(fresh ? {} : { help: form.emailHelp })}
        value={draft.email}
        change={(email) => change({ email })}
        error={faults.email}
        required
      />
      <OfficeBox
        id="account-office"
        label={form.office}
        value={draft.office}
        options={options}
        change={(office) => change({ office })}
        error={faults.office}
      />
      <RoleBox id="account-role" label={form.role} kind={draft.office?.kind} value={draft.role} change={(role) => change({ role })} />
      {hasPosts(draft.office, draft.role) && (
        <PostBox id="account-posts" value={draft.posts} change={(posts) => change({ posts })} error={faults.posts ?? faults.post} />
      )}
      <TextBox
        id="account-phone"
        type="tel"
        label={`${form.phone}（${form.optional}）`}
        value={draft.phone}
        change={(phone) => change({ phone })}
        error={faults.phone}
      />
      {draft.office?.kind === 'county' && <DesksBox desks={draft.desks} change={(desks) => change({ desks })} error={faults.desks} />}
      {draft.office?.kind === 'county' && draft.role === 'county' && (
        <ImportBox desks={draft.desks} change={(desks) => change({ desks })} />
      )}
    </>
  )
}
