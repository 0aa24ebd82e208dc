/** A tab page takes no address of its own: who leads there says here which part is meant. */
let asked = false;

/** The next showing of 活动 begins with what one has signed up for. */
export function askForOwn(): void {
  asked = true;
}

/** Whether one's own were asked for; asked once, told once. */
export function takeAskedForOwn(): boolean {
  const was = asked;
  asked = false;
  return was;
}
