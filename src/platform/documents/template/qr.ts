import QRCode from 'qrcode';

/**
 * Draws a QR code as one black path without a quiet zone (the layout keeps the white around it).
 * One run of bytes: looking for a shorter mix of modes costs more time than it saves squares in an address. Level M: 15 % of it may be stained or folded and it still reads.
 * @param text what the code holds, at most a few hundred characters
 */
export function qrSvg(text: string): string {
  const { modules } = QRCode.create([{ data: Buffer.from(text), mode: 'byte' }], {
    errorCorrectionLevel: 'M',
  });
  let path = '';
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (!modules.get(y, x)) continue;
      const from = x;
      while (x + 1 < modules.size && modules.get(y, x + 1)) x += 1;
      path += `M${from} ${y}h${x - from + 1}v1h${from - x - 1}z`;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${modules.size} ${modules.size}"><path d="${path}"/></svg>`;
}
