import qrcode from 'qrcode-generator'

/** A code that opens an address, drawn as one path, 22 mm. */
export function Qr({ text, label }: { text: string; label: string }) {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  const cells = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (code.isDark(row, column) ? `M${column} ${row}h1v1h-1z` : '')).join(''),
  ).join('')
  return (
    <svg role="img" aria-label={label} width="22mm" height="22mm" viewBox={`-1 -1 ${size + 2} ${size + 2}`} shapeRendering="crispEdges">
      <path d={cells} fill="#000" />
    </svg>
  )
}
