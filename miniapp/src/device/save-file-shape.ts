/** A file to keep: its name with its ending, and its bytes as base64. */
export interface FileToSave {
  name: string;
  base64: string;
  type:
    | 'application/pdf'
    | 'text/plain'
    | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
}
