/** WeChat stops the clocks of a mini-program that nobody sees. */
export const isHidden = (): boolean => false;
