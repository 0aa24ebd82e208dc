/** WeChat only offers files out of its own chats: workbooks are brought in at the office's computer. */
export const CHOOSES_FILES = false;
