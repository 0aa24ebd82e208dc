/** WeChat opens a page of ours for a scanned link and hands it the text: see the scan page. */
export const takeOpeningLink = (): void => undefined;
