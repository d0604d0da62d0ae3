import { Autocomplete, Box, Chip, TextField } from '@mui/material'
import type { FieldOf } from '../../shared/definition/field.ts'
import { initials } from '../../shared/initials.ts'
import type { Office } from '../../shared/world.ts'
import { usePanel } from '../panel.ts'
import { InlineButton } from '../parts/InlineButton.tsx'
import { officeName } from '../parts/office.ts'
import { useBefore } from './before.ts'
import { type InputProps, type Kind, list } from './kind.ts'
import { useKept } from './useKept.ts'
import { useUsualOffices } from './usual.ts'
import { widths } from './widths.ts'

type OfficeField = FieldOf<'office'>
type OfficesField = FieldOf<'offices'>

export const office: Kind<OfficeField> = {
  text: (value, field, { offices: all, lang }) => officeName(all, String(value), lang, field.of),
  Show: ({ value, field, around }) => <>{officeName(around.offices, String(value), around.lang, field.of)}</>,
  Input: (props) => <OfficeInput {...props} multiple={false} />,
}

export const offices: Kind<OfficesField> = {
  text: (value, field, { offices: all, lang, words }) =>
    list(value)
      .map((id) => officeName(all, id, lang, field.of))
      .join(words.common.and),
  Show: ({ value, field, around }) => (
    <>
      {list(value)
        .map((id) => officeName(around.offices, id, around.lang, field.of))
        .join(around.words.common.and)}
    </>
  ),
  Input: (props) => <OfficeInput {...props} multiple />,
}

/** Types by Chinese, by pinyin initials ("sw") or by id; what was chosen last stands first. */
function OfficeInput({
  id,
  name,
  field,
  value,
  change,
  error,
  required,
  multiple,
}: InputProps<OfficeField | OfficesField> & { multiple: boolean }) {
  const { offices: all, lang, words } = usePanel()
  const [usual, remember] = useUsualOffices(field.of)
  const own = all.filter((each) => each.kind === field.of && !each.closed)
  const { ids, like } = useBefore(name)
  const before = ids.filter((each) => own.some((office) => office.id === each))
  const groupOf = ({ id: each }: Office) => (before.includes(each) ? 0 : usual.includes(each) ? 1 : 2)
  const groups = [words.act.lastOffices(like), words.act.recentOffices, words.act.allOffices]
  const last = before.flatMap((each) => own.filter(({ id: office }) => office === each))
  const options = [...last, ...[1, 2].flatMap((group) => own.filter((each) => groupOf(each) === group))]
  const find = (wanted: string): Office =>
    all.find((each) => each.id === wanted && each.kind === field.of) ?? { id: wanted, kind: field.of, name: { zh: wanted, en: wanted } }
  const choose = (next: Office | Office[] | null) => {
    const ids = (Array.isArray(next) ? next : next ? [next] : []).map((each) => each.id)
    remember(ids)
    change(multiple ? ids : (ids[0] ?? null))
  }
  const chosen = multiple ? list(value) : typeof value === 'string' && value ? [value] : []
  const shown = useKept(chosen.map(find))
  const offered = multiple || chosen.length === 0 ? before.filter((each) => !chosen.includes(each)) : []
  return (
    <>
      <Autocomplete<Office, boolean>
        id={id}
        multiple={multiple}
        autoHighlight
        options={options}
        value={multiple ? shown : (shown[0] ?? null)}
        onChange={(_, next) => choose(next)}
        isOptionEqualToValue={(a, b) => a.id === b.id}
        getOptionLabel={(option) => option.name[lang]}
        {...(usual.length + before.length > 0 ? { groupBy: (option: Office) => groups[groupOf(option)] ?? '' } : {})}
        filterOptions={(each, { inputValue }) => each.filter((option) => officeMatches(option, inputValue))}
        noOptionsText={words.common.none}
        renderValue={(now, item) =>
          Array.isArray(now)
            ? now.map((each, index) => <Chip {...item({ index })} key={each.id} label={each.name[lang]} />)
            : now.name[lang]
        }
        renderInput={(params) => (
          <TextField
            {...params}
            error={Boolean(error)}
            slotProps={{ htmlInput: { ...params.inputProps, 'aria-describedby': `${id}-help`, 'aria-required': required } }}
          />
        )}
        sx={{ maxWidth: multiple ? widths.many : widths.one }}
      />
      {offered.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, mt: 1, fontSize: '0.93rem', color: 'text.secondary' }}>
          {words.act.lastTime(like)}
          {offered.map((each) => (
            <InlineButton key={each} onClick={() => choose(multiple ? [...chosen, each].map(find) : find(each))}>
              {find(each).name[lang]}
            </InlineButton>
          ))}
        </Box>
      )}
    </>
  )
}

/** True when what was typed is part of the office's name, its pinyin initials or its id. */
export function officeMatches(option: Office, typed: string): boolean {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return true
  return (
    option.name.zh.includes(wanted) ||
    option.name.en.toLowerCase().includes(wanted) ||
    option.id.includes(wanted) ||
    initials(option.name.zh).includes(wanted)
  )
}
