import { useState } from 'react';

export interface ChosenFile {
  name: string;
  base64: string;
}

const COMMA_AFTER = 'base64,';

function readBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const text = String(reader.result);
      resolve(text.slice(text.indexOf(COMMA_AFTER) + COMMA_AFTER.length));
    };
    reader.onerror = () => reject(new Error('the file could not be read'));
    reader.readAsDataURL(file);
  });
}

/** A workbook from the clerk's disk. Only a browser has this door; the page is not built for WeChat. */
export function FileDoor({ words, onFile }: { words: string; onFile: (file: ChosenFile) => void }) {
  const [failed, setFailed] = useState(false);
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    try {
      onFile({ name: file.name, base64: await readBase64(file) });
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      {failed && <div className="strip strip--red">这个文件没读出来，请再选一次</div>}
      <label className="btn btn--line btn--block file-door">
        {words}
        <input
          className="file-door__input"
          type="file"
          accept=".xlsx"
          onChange={(change) => void take(change.currentTarget)}
        />
      </label>
    </>
  );
}
