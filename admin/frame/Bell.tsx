import NotificationsIcon from '@mui/icons-material/NotificationsOutlined'
import { Badge, Box, IconButton, Menu, MenuItem } from '@mui/material'
import { useState } from 'react'
import { useStore } from 'react-admin'
import { Link } from 'react-router'
import { writeInstant } from '../../shared/deadline/days.ts'
import { isNews, ruleWords } from '../../shared/words/rule.ts'
import { asPath, useAsked } from '../api.ts'
import type { Notice } from '../notices/notices.ts'
import { usePanel } from '../panel.ts'
import { useInSentence } from '../parts/spoken.ts'

const SHOWN = 12

/** What happened to what concerns this person, newest first: the same that the mails say. Read is what was there when it was last opened. */
export function Bell() {
  const { words, lang, me, today } = usePanel()
  const inSentence = useInSentence()
  const [seen, setSeen] = useStore<string>('newsSeen', '')
  const [at, setAt] = useState<HTMLElement | null>(null)
  const { data } = useAsked<{ data: Notice[] }>(asPath('/notices', { recipient: me.id, limit: '50' }), {
    of: lang,
    staleTime: 60_000,
    refetchOnWindowFocus: true,
  })
  const news = (data?.data ?? []).filter(({ rule }) => isNews(rule)).sort((a, b) => b.at.localeCompare(a.at))
  const unread = news.filter((each) => each.at > seen).length
  const close = () => {
    setAt(null)
    if (news[0] && unread > 0) setSeen(news[0].at)
  }
  return (
    <>
      <IconButton
        onClick={(event) => setAt(event.currentTarget)}
        aria-haspopup="menu"
        aria-label={[words.frame.bell, ...(unread > 0 ? [words.frame.unread(unread)] : [])].join(' ')}
      >
        <Badge badgeContent={unread || null} max={20} color="primary">
          <NotificationsIcon />
        </Badge>
      </IconButton>
      <Menu anchorEl={at} open={at !== null} onClose={close} slotProps={{ paper: { sx: { width: 'min(28rem, calc(100% - 32px))' } } }}>
        {news.length === 0 && (
          <MenuItem onClick={close} sx={{ whiteSpace: 'normal', color: 'text.secondary' }}>
            {words.frame.noNews}
          </MenuItem>
        )}
        {news.slice(0, SHOWN).map(({ id, record, rule, says, at: instant, gone }) => (
          <MenuItem
            key={id}
            {...(gone ? { 'aria-disabled': true } : { component: Link, to: `/${record.ledger}/${record.id}/show` })}
            onClick={close}
            sx={{ display: 'block', whiteSpace: 'normal', fontWeight: instant > seen ? 700 : 400, ...(gone ? { cursor: 'default' } : {}) }}
          >
            <Box>{inSentence(record)}</Box>
            <Box sx={{ color: 'text.secondary', fontSize: '0.87rem', fontWeight: 400 }}>
              {[says ?? ruleWords(rule)[lang], writeInstant(instant, lang, today)].join(' ')}
            </Box>
            {gone && <Box sx={{ color: 'text.secondary', fontSize: '0.87rem', fontWeight: 400 }}>{words.common.itemGone}</Box>}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
