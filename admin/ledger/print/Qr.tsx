import qrcode from 'qrcode-generator'

/** A code for a phone, drawn as one path; 22 mm on paper. */
export function Qr({ text, label, width = '22mm' }: { text: string; label: string; width?: string }) {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  const cells = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (code.isDark(row, column) ? `M${column} ${row}h1v1h-1z` : '')).join(''),
  ).join('')
  return (
    <svg role="img" aria-label={label} width={width} height={width} viewBox={`-1 -1 ${size + 2} ${size + 2}`} shapeRendering="crispEdges">
      <path d={cells} fill="#000" />
    </svg>
  )
}
