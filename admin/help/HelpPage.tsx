import { Box, Button, Typography } from '@mui/material'
import { showShortcuts } from '../frame/keys.ts'
import { Page } from '../frame/Page.tsx'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { helpWords, isFor } from '../words/help.ts'

/** What a clerk asks in the first week, on one page that also prints. */
export function HelpPage() {
  const { lang, scope, words: common } = usePanel()
  const words = helpWords[lang]
  return (
    <Page
      title={words.title}
      beside={
        <>
          <Button onClick={showShortcuts} sx={{ display: { xs: 'none', md: 'inline-flex' } }}>
            {common.frame.showKeys}
          </Button>
          <Button onClick={() => window.print()}>{common.common.print}</Button>
        </>
      }
    >
      <Typography color="text.secondary" sx={{ mb: 3 }}>
        {words.intro}
      </Typography>
      <Box sx={{ columns: { md: 2 }, columnGap: 4 }}>
        {words.sections.filter(isFor(scope.office.kind)).map(({ title, keys, lines }) => (
          <Box key={title} sx={{ breakInside: 'avoid', ...(keys && { display: { xs: 'none', md: 'block' } }) }}>
            <Sheet title={title}>
              {lines.map((line) => (
                <Typography key={line} sx={{ mb: 1, '&:last-child': { mb: 0 } }}>
                  {line}
                </Typography>
              ))}
            </Sheet>
          </Box>
        ))}
      </Box>
    </Page>
  )
}
