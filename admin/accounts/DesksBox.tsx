import { Autocomplete, Chip, TextField } from '@mui/material'
import { desks as known } from '../../shared/definition/desks.ts'
import { REGISTERS } from '../../shared/scope.ts'
import { usePanel } from '../panel.ts'
import { useAccountWords } from './accounts.ts'
import { deskName } from './desk-name.ts'
import { Labelled } from './Fields.tsx'
import { desksIn } from './useDraft.ts'

type Props = { desks: string; change: (desks: string) => void; error?: string | undefined }

/** At which desks of the county office somebody sits, chosen by name; a desk of the county's own ledgers is typed as they name it. */
export function DesksBox({ desks, change, error }: Props) {
  const { lang } = usePanel()
  const { form } = useAccountWords()
  const all = desksIn(desks)
  const others = all.filter((desk) => desk === REGISTERS)
  return (
    <Labelled id="account-desks" label={`${form.desks}（${form.optional}）`} help={form.desksHelp} error={error}>
      <Autocomplete
        id="account-desks"
        multiple
        freeSolo
        options={Object.keys(known)}
        value={all.filter((desk) => desk !== REGISTERS)}
        getOptionLabel={(desk) => deskName(desk, lang)}
        onChange={(_, next) => change([...new Set([...next.flatMap(desksIn), ...others])].join(' '))}
        renderValue={(each, item) => each.map((desk, index) => <Chip {...item({ index })} key={desk} label={deskName(desk, lang)} />)}
        renderInput={(params) => <TextField {...params} error={Boolean(error)} />}
      />
    </Labelled>
  )
}
