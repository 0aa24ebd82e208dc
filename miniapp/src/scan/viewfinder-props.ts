export interface ViewfinderProps {
  /** Called for each text the camera reads; the page decides whether to go on. */
  onText: (text: string) => void;
}
