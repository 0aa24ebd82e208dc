/** Whether nobody can see the page: another tab lies over it, or the window is away. */
export const isHidden = (): boolean => document.hidden;
