import type { PrintedSheet as Sheet } from '@bank/shared/contracts/community';
import type * as z from '@bank/shared/zod';
import { useState } from 'react';
import { saveFile } from '@/device/save-file';
import { Button } from '@/ui/button';
import { Box } from '@/ui/element';
import { Strip } from '@/ui/strip';

/** A sheet with codes: handed over once, and not shown again. */
export function PrintedSheet({ sheet }: { sheet: z.infer<typeof Sheet> }) {
  const { pdfBase64, fileName, count, unprintableNames = [] } = sheet;
  const [saved, setSaved] = useState<boolean>();
  if (pdfBase64 === undefined) {
    return <Strip tone="ochre">这一份已经给过一次，上面的码不再给出，请重新打一份</Strip>;
  }
  const save = () => {
    void saveFile({ name: fileName, base64: pdfBase64, type: 'application/pdf' }).then(setSaved);
  };
  return (
    <Box className="pads-y">
      <Strip tone={saved === false ? 'red' : 'green'}>
        {saved === false ? '没存上，请再点一次' : `排好了 ${count} 份，打印后按门牌发`}
      </Strip>
      {unprintableNames.length > 0 && (
        <Box className="sub pads-y">{`这几位的名字有生僻字，请手写：${unprintableNames.join('、')}`}</Box>
      )}
      <Button block icon="download" onPress={save}>
        存下来打印
      </Button>
    </Box>
  );
}
