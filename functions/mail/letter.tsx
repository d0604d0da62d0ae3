/** @jsxImportSource hono/jsx */
import { oneLine } from '../../shared/text.ts'
import type { Block, Button, Card, Document, Lamp, Row } from './document.ts'
import { plain } from './plain.ts'

/** Subject, HTML and text part of a mail. Inline styles and tables, since mail programs know little else; readable at 320 px. */
export function letter(document: Document): { subject: string; html: string; text: string } {
  const subject = oneLine(document.subject)
  return { subject, html: `<!doctype html>${Page({ document: { ...document, subject } })}`, text: plain(document) }
}

const ink = '#1B2430'
const grey = '#4E5B6B'
const blue = '#1F4E8C'
const lineColour = '#DDE3EA'
const lamps: Record<Lamp, { ink: string; ground: string; mark: string }> = {
  red: { ink: '#B3261E', ground: '#FDECEA', mark: '■' },
  amber: { ink: '#7A4A00', ground: '#FFF1D6', mark: '▲' },
  green: { ink: '#1E6B3A', ground: '#E6F3EA', mark: '●' },
  grey: { ink: '#56616D', ground: '#ECEFF2', mark: '–' },
}
const font = "font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',system-ui,sans-serif"
const small = `font-size:13px;line-height:1.6;color:${grey}`
const text = `font-size:16px;line-height:1.6;color:${ink}`

function Page({ document }: { document: Document }) {
  return (
    <html lang={document.lang === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{document.subject}</title>
      </head>
      <body style={`margin:0;padding:0;background:#F4F6F8;${font}`}>
        <Table style="background:#F4F6F8">
          <td align="center" style="padding:20px 10px">
            <Table style={`max-width:600px;background:#FFFFFF;border:1px solid ${lineColour};border-radius:10px`}>
              <td style="padding:0">
                <Head house={document.house} />
                <p style={`margin:0;padding:20px 20px 4px;${text};font-weight:600;white-space:pre-line`}>{document.opening}</p>
                {document.blocks.map(part)}
                <p
                  style={`margin:20px 0 0;padding:14px 20px 18px;border-top:1px solid ${lineColour};font-size:13px;line-height:1.6;color:${grey}`}
                >
                  {document.closing}
                </p>
              </td>
            </Table>
          </td>
        </Table>
      </body>
    </html>
  )
}

function Table({ style, children }: { style?: string; children?: unknown }) {
  return (
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border={0} style={`border-collapse:separate;${style ?? ''}`}>
      <tbody>
        <tr>{children}</tr>
      </tbody>
    </table>
  )
}

function Head({ house }: { house: string }) {
  const seal = `display:inline-block;width:28px;height:28px;line-height:28px;text-align:center;background:${blue};color:#FFFFFF;border-radius:5px;margin-right:10px`
  return (
    <div style={`padding:16px 20px;border-bottom:1px solid ${lineColour};font-size:17px;font-weight:600;color:${ink}`}>
      <span style={seal} aria-hidden="true">
        督
      </span>
      {house}
    </div>
  )
}

function part(block: Block) {
  if (block.kind === 'text') return <p style={`margin:0;padding:8px 20px;${text};white-space:pre-line`}>{block.words}</p>
  if (block.kind === 'heading')
    return <h2 style={`margin:0;padding:20px 20px 6px;font-size:17px;line-height:1.4;color:${ink}`}>{block.words}</h2>
  if (block.kind === 'card') return <Item card={block.card} />
  if (block.kind === 'rows') return <div>{block.rows.map(row)}</div>
  return (
    <div style="padding:14px 20px">
      <Press button={block.button} />
    </div>
  )
}

function Item({ card }: { card: Card }) {
  const lamp = card.lamp && lamps[card.lamp.colour]
  return (
    <div style={`margin:8px 20px;padding:14px 16px;border:1px solid ${lineColour};border-radius:8px`}>
      {card.lamp && lamp ? (
        <span
          style={`display:inline-block;padding:2px 9px;border-radius:5px;background:${lamp.ground};color:${lamp.ink};font-size:15px;font-weight:600`}
        >
          <span aria-hidden="true">{lamp.mark} </span>
          {card.lamp.words}
        </span>
      ) : null}
      <div style={`padding-top:6px;font-size:17px;line-height:1.45;font-weight:600;color:${ink};word-break:break-word`}>
        {card.url ? (
          <a href={card.url} style={`color:${ink};text-decoration:none`}>
            {card.title}
          </a>
        ) : (
          card.title
        )}
      </div>
      {card.facts.map(fact)}
      {card.aside ? <div style={`padding-top:2px;white-space:pre-line;${small}`}>{card.aside}</div> : null}
      {card.buttons.length > 0 ? (
        <div style="padding-top:12px">
          {card.buttons.map((button) => (
            <Press key={button.url} button={button} />
          ))}
        </div>
      ) : null}
      {card.otherwise ? (
        <div style={small}>
          {card.otherwise.words}
          {card.otherwise.links.map(({ words, url }) => (
            <a key={url} href={url} style={`margin-left:8px;color:${blue}`}>
              {words}
            </a>
          ))}
        </div>
      ) : null}
    </div>
  )
}

function Press({ button }: { button: Button }) {
  const colours = button.plain ? `background:#FFFFFF;color:${blue}` : `background:${blue};color:#FFFFFF`
  const style = `display:inline-block;margin:0 8px 8px 0;padding:9px 20px;border:1px solid ${blue};${colours};font-size:16px;font-weight:600;text-decoration:none;border-radius:6px`
  return (
    <a href={button.url} style={style}>
      {button.words}
    </a>
  )
}

function fact(words: string) {
  return <div style={`font-size:15px;line-height:1.6;color:${ink};white-space:pre-line`}>{words}</div>
}

function row({ words, title, url, aside }: Row) {
  return (
    <div style={`padding:8px 20px;border-bottom:1px solid ${lineColour};font-size:15px;line-height:1.5;color:${grey}`}>
      {words}{' '}
      <a href={url} style={`color:${blue};text-decoration:none`}>
        {title}
      </a>
      {aside ? <div style="font-size:13px">{aside}</div> : null}
    </div>
  )
}
