/** A PDF for a test, written by hand: small, and with whatever in it a test is about. */
export interface PdfParts {
  readonly pages: number;
  /** Stands on page n as `${word} n`. */
  readonly word?: string;
  /** Every place in which a PDF can keep a script or lead elsewhere; `address` is where it would go. */
  readonly hostile?: { readonly address: string };
  /** Locked with a password that nobody knows. */
  readonly isLocked?: boolean;
}

export function pdfOf({ pages, word = 'Page', hostile, isLocked = false }: PdfParts): Buffer {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const tree = 2;
  const font = 3;
  const pageAt = (index: number) => 5 + index * 2;
  const script =
    '<< /S /JavaScript /JS (app.alert("run"); app.launchURL("ADDRESS", true); this.submitForm("ADDRESS");) >>';
  const acts = hostile === undefined ? '' : script.replaceAll('ADDRESS', hostile.address);
  const uri = `<< /S /URI /URI (${hostile?.address ?? ''}) >>`;
  add(
    hostile === undefined
      ? `<< /Type /Catalog /Pages ${tree} 0 R >>`
      : `<< /Type /Catalog /Pages ${tree} 0 R /OpenAction ${acts} /AA << /WC ${acts} /DP ${acts} >> /URI << /Base (${hostile.address}) >>
         /Names << /JavaScript << /Names [ (start) ${acts} ] >> /EmbeddedFiles << /Names [ (run.exe) 4 0 R ] >> >> >>`,
  );
  add(
    `<< /Type /Pages /Count ${pages} /Kids [ ${Array.from({ length: pages }, (_, i) => `${pageAt(i)} 0 R`).join(' ')} ] >>`,
  );
  // Not embedded: whoever shows it must have the letters.
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  add(`<< /Type /Filespec /F (${hostile?.address ?? 'none'}) /EF << >> >>`);
  const link = `<< /Type /Annot /Subtype /Link /Rect [ 0 0 595 842 ] /A ${uri} /AA << /PO ${acts} /E ${acts} >> >>`;
  const annotations = hostile === undefined ? '' : `/Annots [ ${link} ] /AA << /O ${acts} >>`;
  for (let index = 0; index < pages; index += 1) {
    const text = `BT /F 40 Tf 60 700 Td (${word} ${index + 1}) Tj ET 0.1 0.5 0.4 rg 60 300 400 200 re f`;
    add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [ 0 0 595 842 ] /Contents ${pageAt(index) + 1} 0 R ${annotations}
       /Resources << /Font << /F ${font} 0 R >> >> >>`,
    );
    add(`<< /Length ${text.length} >>\nstream\n${text}\nendstream`);
  }
  const secret = '00'.repeat(32);
  const lock = isLocked
    ? `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${secret}> /U <${secret}> /P -4 >> /ID [ <${secret}> <${secret}> ]`
    : '';
  let file = '%PDF-1.7\n';
  const places = objects.map((body, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const at of places) file += `${String(at).padStart(10, '0')} 00000 n \n`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${lock} >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
