import ExpandMoreIcon from '@mui/icons-material/ExpandMoreRounded'
import { Box, Button, Divider, Menu, MenuItem } from '@mui/material'
import { useState } from 'react'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { type Lang, labelled } from '../../../shared/names.ts'
import { asOne } from '../../../shared/words/verbs.ts'
import type { Act, Shown } from '../../data.ts'
import { usePanel, useSay } from '../../panel.ts'
import { officeName } from '../../parts/office.ts'
import type { PanelWords } from '../../words/panel.ts'
import { type Acts, inPlaceOf, isVoid } from '../acts.ts'
import { DeleteDraft } from './DeleteDraft.tsx'

type Props = { ledger: Ledger; acts: Acts; record: Shown; take: (transition: string) => void }

/** One filled button, two outlined, the rest in 更多; what cannot be done yet stands there folded, each with what is missing. */
export function ActButtons({ ledger, acts, record, take }: Props) {
  const label = useActLabel(ledger)
  return (
    <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', displayPrint: 'none' }}>
      {acts.secondary.map((act) => (
        <Button key={act.key} onClick={() => take(act.key)}>
          {label(act)}
        </Button>
      ))}
      {acts.primary && <Primary act={acts.primary} label={label(acts.primary)} take={take} />}
      <More ledger={ledger} acts={acts} record={record} take={take} />
    </Box>
  )
}

/** The same on a phone, at the thumb. */
export function ActBar({ ledger, acts, record, take }: Props) {
  const label = useActLabel(ledger)
  // Where nothing is filled, what would stand beside it is what there is to do.
  const [lead, ...beside] = acts.primary ? [undefined, ...acts.secondary] : acts.secondary
  const all: Acts = { ...acts, more: [...beside, ...acts.more].flatMap((act) => act ?? []), secondary: [] }
  if (!acts.primary && !lead && all.more.length + all.soon.length + all.far.length === 0 && !record.may?.delete) return null
  return (
    <>
      <Box sx={{ height: '5rem', displayPrint: 'none' }} />
      <Box
        sx={{
          position: 'fixed',
          left: 0,
          right: 0,
          bottom: 0,
          zIndex: 1050,
          display: 'flex',
          gap: 2.5,
          px: 4,
          py: 2.5,
          pb: 'calc(10px + env(safe-area-inset-bottom))',
          bgcolor: 'background.paper',
          borderTop: 1,
          borderColor: 'divider',
          displayPrint: 'none',
          '& .MuiButton-root': { minHeight: '3rem' },
        }}
      >
        <More ledger={ledger} acts={all} record={record} take={take} />
        {acts.primary && <Primary act={acts.primary} label={label(acts.primary)} take={take} wide />}
        {lead && (
          <Button onClick={() => take(lead.key)} sx={{ flex: 2 }}>
            {label(lead)}
          </Button>
        )}
      </Box>
    </>
  )
}

function Primary({ act, label, take, wide = false }: { act: Act; label: string; take: (transition: string) => void; wide?: boolean }) {
  return (
    <Button variant="contained" data-key="main" onClick={() => take(act.key)} sx={wide ? { flex: 2 } : {}}>
      {label}
    </Button>
  )
}

function More({ ledger, acts, record, take }: Props) {
  const { words, lang, scope } = usePanel()
  const say = useSay()
  const label = useActLabel(ledger)
  const [deleting, setDeleting] = useState(false)
  const [at, setAt] = useState<HTMLElement | null>(null)
  const [unfolded, setUnfolded] = useState<'soon' | 'far' | null>(null)
  // What another office arranged is no draft of this one.
  const { office } = record.createdBy
  const isOwn = record.parent === undefined || (office.kind === scope.office.kind && office.id === scope.office.id)
  const mayDelete = record.may?.delete === true && isOwn
  if (acts.more.length + acts.soon.length + acts.far.length === 0 && !mayDelete) return null
  const plum = acts.more.filter((act) => isVoid(ledger, act.key))
  const plain = acts.more.filter((act) => !plum.includes(act))
  // Of what is far the states tell in which it is taken: where the record stands everybody sees.
  const farReason = (act: Act) => onlyIn(ledger, record.state, act, lang, words) ?? say(act.why)
  const close = () => {
    setAt(null)
    setUnfolded(null)
  }
  const item = (act: Act, colour: string) => (
    <MenuItem
      key={act.key}
      onClick={() => {
        close()
        take(act.key)
      }}
      sx={{ color: colour }}
    >
      {label(act)}
    </MenuItem>
  )
  // An array, not a component: a menu moves the focus among its own children only.
  const folded = (which: 'soon' | 'far') =>
    acts[which].length === 0
      ? []
      : [
          <MenuItem
            key={which}
            aria-expanded={unfolded === which}
            onClick={() => setUnfolded(unfolded === which ? null : which)}
            sx={{ color: 'text.secondary', gap: 2, whiteSpace: 'normal' }}
          >
            {words.record[which](acts[which].length)}
            <ExpandMoreIcon fontSize="small" sx={{ transform: unfolded === which ? 'none' : 'rotate(-90deg)' }} />
          </MenuItem>,
          ...(unfolded === which ? byReason(acts[which], which === 'far' ? farReason : ({ why }) => say(why)) : []).map(({ why, dead }) => (
            <MenuItem
              key={why}
              aria-disabled
              onClick={(event) => event.preventDefault()}
              sx={{ display: 'block', whiteSpace: 'normal', cursor: 'default' }}
            >
              <Box sx={{ color: 'text.secondary' }}>{dead.map(label).join(words.common.and)}</Box>
              <Box sx={{ fontSize: '0.87rem' }}>{why}</Box>
            </MenuItem>
          )),
        ]
  return (
    <>
      <Button aria-haspopup="menu" onClick={(event) => setAt(event.currentTarget)} sx={{ flex: { xs: 1, sm: 'none' } }}>
        {words.common.more}
      </Button>
      <Menu anchorEl={at} open={at !== null} onClose={close} slotProps={{ paper: { sx: { maxWidth: 'min(26rem, calc(100% - 32px))' } } }}>
        {plain.map((act) => item(act, 'text.primary'))}
        {folded('soon')}
        {folded('far')}
        {(plum.length > 0 || mayDelete) && <Divider />}
        {mayDelete && (
          <MenuItem
            sx={{ color: 'error.main' }}
            onClick={() => {
              close()
              setDeleting(true)
            }}
          >
            {words.record.deleteDraft}
          </MenuItem>
        )}
        {plum.map((act) => item(act, 'error.main'))}
      </Menu>
      {deleting && <DeleteDraft record={record} close={() => setDeleting(false)} />}
    </>
  )
}

/** Acts that cannot be taken, those with the same reason on one line: a dozen lines that say the same nobody reads. */
export function byReason(acts: Act[], reason: (act: Act) => string): { why: string; dead: Act[] }[] {
  const found = new Map<string, Act[]>()
  for (const act of acts) found.set(reason(act), [...(found.get(reason(act)) ?? []), act])
  return [...found].map(([why, dead]) => ({ why, dead }))
}

/** So many states are told by name. */
const STATES = 3

/** In which states an act is taken, in a few words; undefined where it is not the state that forbids it. */
export function onlyIn(
  ledger: Ledger,
  state: string,
  { key }: Pick<Act, 'key'>,
  lang: Lang,
  { record, common }: { record: Pick<PanelWords['record'], 'onlyIn'>; common: Pick<PanelWords['common'], 'and'> },
): string | undefined {
  const { from = [], why } = ledger.transitions[key] ?? {}
  if (from.length === 0 || from.includes(state) || why) return undefined
  const names = from.slice(0, STATES).map((each) => asOne(labelled(ledger.states[each]?.label, each))[lang])
  return record.onlyIn(names.join(common.and), from.length > STATES)
}

/** How an act is called on its button: what one takes for another office says so before it is opened. */
function useActLabel(ledger: Ledger): (act: Act) => string {
  const say = useSay()
  const { offices, lang, words, scope } = usePanel()
  return (act) => {
    const label = say(ledger.transitions[act.key]?.label ?? act.key)
    const whom = act.possible ? inPlaceOf(ledger, act, scope) : []
    return actLabel(
      label,
      whom.map((id) => officeName(offices, id, lang)),
      words,
    )
  }
}

/** So many offices are told by name. */
const NAMED = 2

/** An act's own label, with the offices in the place of one of which it would be taken. */
export function actLabel(
  label: string,
  whom: string[],
  { record, common }: { record: Pick<PanelWords['record'], 'actFor' | 'actForOne'>; common: Pick<PanelWords['common'], 'and'> },
): string {
  if (whom.length === 0) return label
  return whom.length > NAMED ? record.actForOne(whom.length, label) : record.actFor(whom.join(common.and), label)
}
