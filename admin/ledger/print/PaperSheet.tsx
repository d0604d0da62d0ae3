import { Box } from '@mui/material'
import type { Filled, FilledPaper, Table } from '../../../shared/papers/filled.ts'
import { Qr } from './Qr.tsx'

const song = '"方正小标宋简体", FZXiaoBiaoSong-B05S, STSong, SimSun, 宋体, "Noto Serif CJK SC", serif'
const fang = '"仿宋_GB2312", FangSong, STFangsong, 仿宋, "Noto Serif CJK SC", serif'
const hei = 'SimHei, STHeiti, 黑体, "Noto Sans CJK SC", sans-serif'
const kai = '"楷体_GB2312", KaiTi, STKaiti, 楷体, "Noto Serif CJK SC", serif'

/** The parts of a paper as they come out of the printer; Chinese whatever language the panel speaks. */
export function PaperSheet({ paper }: { paper: FilledPaper }) {
  const parts = paper.blocks.map((block, at) => ({ key: `${at} ${block.as}`, block }))
  return (
    <Box className="paper" lang="zh-CN" data-sheet={paper.sheet}>
      {parts.map(({ key, block }) => (
        <Part key={key} block={block} lined={paper.blocks[0]?.as === 'masthead'} />
      ))}
    </Box>
  )
}

function Part({ block, lined }: { block: Filled; lined: boolean }) {
  switch (block.as) {
    case 'masthead':
      return (
        <Box
          sx={{
            fontFamily: song,
            fontSize: `${Math.max(22, Math.min(40, Math.floor(430 / block.text.length)))}pt`,
            lineHeight: 1.2,
            color: 'red',
            textAlign: 'center',
            my: '6mm',
          }}
        >
          {block.text}
        </Box>
      )
    case 'number':
      return (
        <Box sx={{ textAlign: lined ? 'center' : 'right', pb: '2mm', mb: '8mm', ...(lined ? { borderBottom: '2px solid red' } : {}) }}>
          {block.text}
        </Box>
      )
    case 'heading':
      return (
        <Box
          component="h2"
          sx={{
            fontFamily: song,
            fontSize: '22pt',
            fontWeight: 400,
            textAlign: 'center',
            textWrap: 'balance',
            m: 0,
            mb: '8mm',
            lineHeight: 1.5,
          }}
        >
          {block.lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </Box>
      )
    case 'addressee':
      return <div>{block.text}</div>
    case 'annex':
      return (
        <Box sx={{ breakBefore: 'page' }}>
          <Box sx={{ fontFamily: hei }}>附件</Box>
          <Box sx={{ fontFamily: song, fontSize: '22pt', textAlign: 'center', textWrap: 'balance', mb: '8mm', lineHeight: 1.5 }}>
            {block.text}
          </Box>
        </Box>
      )
    case 'text':
      return (
        <Box
          component="p"
          sx={{ m: 0, textIndent: '2em', textAlign: 'justify', fontFamily: block.level === 1 ? hei : block.level === 2 ? kai : 'inherit' }}
        >
          {block.text}
        </Box>
      )
    case 'table':
      return <Ruled table={block} />
    case 'space':
      return (
        <Box
          className="keep"
          sx={{ border: '1px solid #000', p: '2mm', my: '4mm', fontSize: '12pt', minHeight: `${block.lines * 8 + 10}mm` }}
        >
          {`${block.label}：`}
        </Box>
      )
    case 'signs':
      return (
        <Box
          className="keep"
          sx={{ display: 'grid', gridTemplateColumns: `repeat(${block.labels.length}, 1fr)`, my: '4mm', fontSize: '12pt' }}
        >
          {block.labels.map((label) => (
            <Box
              key={label}
              sx={{ border: '1px solid #000', ml: '-1px', p: '2mm', minHeight: '26mm', display: 'flex', flexDirection: 'column' }}
            >
              {`${label}：`}
              <Box sx={{ mt: 'auto', textAlign: 'right' }}>{'年　　月　　日'}</Box>
            </Box>
          ))}
        </Box>
      )
    case 'seal':
      return (
        <Box className="keep" sx={{ mt: '2lh', mr: '4em', ml: 'auto', width: 'fit-content', textAlign: 'center' }}>
          <div>{block.office}</div>
          <div>{block.day}</div>
        </Box>
      )
    case 'qr':
      return (
        // In the corner above the title, where it moves neither the title nor the table below it.
        <Box sx={{ position: 'relative', height: 0 }}>
          <Box sx={{ position: 'absolute', top: '-6mm', right: 0, lineHeight: 0 }}>
            <Qr text={block.text} label={block.text} />
          </Box>
        </Box>
      )
    case 'attached':
      return (
        <Box sx={{ mt: '1lh', pl: '2em' }}>
          {block.names.map((name, at) => (
            <div key={name}>{`${at === 0 ? '附件：' : '　　　'}${block.names.length > 1 ? `${at + 1}.` : ''}${name}`}</div>
          ))}
        </Box>
      )
    case 'copies':
      return (
        <Box className="keep" sx={{ mt: '2lh', fontSize: '14pt', borderTop: '1.5px solid #000', borderBottom: '1.5px solid #000' }}>
          <Box sx={{ px: '1em', borderBottom: '1px solid #000' }}>{`抄送：${block.to}。`}</Box>
          <Box sx={{ px: '1em', display: 'flex', justifyContent: 'space-between' }}>
            <span>{block.by}</span>
            <span>{`${block.day}印发`}</span>
          </Box>
        </Box>
      )
  }
}

function Ruled({ table: { head, rows, shares, labels, tall = 9 } }: { table: Table }) {
  const whole = shares.reduce((a, b) => a + b, 0)
  const columns = shares.map((share, at) => ({ key: `column ${at}`, width: `${(share / whole) * 100}%` }))
  const cells = (row: string[]) =>
    row.map((text, at) => ({ key: `${at} ${text}`, text, span: at === row.length - 1 ? 1 + shares.length - row.length : 1 }))
  return (
    <Box
      component="table"
      sx={{
        borderCollapse: 'collapse',
        width: '100%',
        my: '3mm',
        tableLayout: 'fixed',
        '& td, & th': {
          border: '1px solid #000',
          p: '1mm 2mm',
          fontSize: '11pt',
          fontWeight: 400,
          lineHeight: 1.5,
          height: `${tall}mm`,
          overflowWrap: 'anywhere',
          whiteSpace: 'pre-wrap',
        },
        '& th': { fontFamily: hei, textAlign: 'center' },
      }}
    >
      <colgroup>
        {columns.map(({ key, width }) => (
          <col key={key} style={{ width }} />
        ))}
      </colgroup>
      {head && (
        <thead>
          <tr>
            {cells(head).map(({ key, text }) => (
              <th key={key} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row) => (
          <tr key={row.join()}>
            {cells(row).map(({ key, text, span }, at) =>
              labels && at % 2 === 0 ? (
                <th key={key} scope="row" colSpan={span}>
                  {text}
                </th>
              ) : (
                <td key={key} colSpan={span}>
                  {text}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

/** A4 with the type area of the national format, or a plain sheet; on the screen as it lies on the desk. */
export function sheetStyles(sheet: FilledPaper['sheet']) {
  const official = sheet === 'official'
  const margin = official ? '37mm 26mm 35mm 28mm' : '20mm'
  const width = sheet === 'wide' ? '297mm' : '210mm'
  return {
    '@page': { size: sheet === 'wide' ? 'A4 landscape' : 'A4 portrait', margin },
    '.paper': {
      background: '#fff',
      color: '#000',
      boxSizing: 'border-box',
      maxWidth: width,
      margin: '0 auto 24px',
      padding: margin,
      boxShadow: '0 0 6px rgba(0,0,0,.25)',
      fontFamily: fang,
      fontSize: official ? '16pt' : '14pt',
      lineHeight: '28.9pt',
    },
    '@media (max-width: 700px)': { '.paper': { padding: '8mm' } },
    '@media print': {
      body: { background: '#fff !important' },
      main: { padding: '0 !important' },
      'main h1': { display: 'none' },
      '.paper': { maxWidth: 'none', margin: 0, padding: 0, boxShadow: 'none' },
      'tr, .keep': { breakInside: 'avoid' },
    },
  } as const
}
