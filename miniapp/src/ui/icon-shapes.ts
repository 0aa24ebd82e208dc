/** What is inside each 24 × 24 icon: strokes of the current colour, 1.75 wide, round caps. */
export const iconShapes = {
  bank: '<path d="M2.5 9.8c1.8 0 3.1-.5 4.4-1.4L12 4.2l5.1 4.2c1.3.9 2.6 1.4 4.4 1.4"/><path d="M5.2 10.4v7.2M9.7 10.4v7.2M14.3 10.4v7.2M18.8 10.4v7.2"/><path d="M3.2 20.4h17.6"/>',
  broom:
    '<path d="M20.2 3.8l-6.9 6.9"/><path d="M9.8 9.3l4.9 4.9c-.6 3.2-3 5.5-6.8 6.3l-4.4-4.4c2.6-.6 5-3 6.3-6.8z"/><path d="M9 20.2l1.6-2.4M5.6 17.9l1.9-1.8"/>',
  camera:
    '<path d="M4.2 7.4h3.3l1.7-2.6h5.6l1.7 2.6h3.3a1.2 1.2 0 0 1 1.2 1.2v9.7a1.2 1.2 0 0 1-1.2 1.2H4.2A1.2 1.2 0 0 1 3 18.3V8.6a1.2 1.2 0 0 1 1.2-1.2z"/><circle cx="12" cy="13.2" r="3.7"/>',
  chart: '<path d="M3.6 3.6v16.8h16.8"/><path d="M8 16.4v-4.6M12.4 16.4V7.2M16.8 16.4v-6.6"/>',
  'check-circle': '<circle cx="12" cy="12" r="8.8"/><path d="M7.8 12.4l3 2.9 5.4-5.8"/>',
  check: '<path d="M4.5 12.8l5 4.9L19.5 7"/>',
  'chevron-down': '<path d="M5.5 9l6.5 6.5L18.5 9"/>',
  'chevron-left': '<path d="M15 5.5 8.5 12l6.5 6.5"/>',
  'chevron-right': '<path d="M9 5.5l6.5 6.5L9 18.5"/>',
  child:
    '<circle cx="12" cy="13" r="7.5"/><path d="M12 5.5c0-1.3.8-2.2 2.1-2.5"/><path d="M9 15.6c1.8 1.7 4.2 1.7 6 0"/><circle cx="9.3" cy="12" r="1.1" fill="currentColor" stroke="none"/><circle cx="14.7" cy="12" r="1.1" fill="currentColor" stroke="none"/>',
  clinic:
    '<path d="M6 3.4H4.6v4.9a4.4 4.4 0 0 0 8.8 0V3.4H12"/><path d="M9 12.7v2.5a5.1 5.1 0 0 0 10.2 0v-2"/><circle cx="19.2" cy="10.9" r="2.3"/>',
  clock: '<circle cx="12" cy="12" r="8.7"/><path d="M12 7v5.2l3.4 2"/>',
  cross: '<path d="M6 6l12 12M18 6 6 18"/>',
  dance:
    '<path d="M12 18.4 2.9 10a13 13 0 0 1 18.2 0z"/><path d="M12 18.4 7.7 7.1M12 18.4V6.2M12 18.4l4.3-11.3"/><path d="M12 18.4v2.8"/>',
  download: '<path d="M12 3.8v11.4M7.2 10.6 12 15.4l4.8-4.8M4.4 20.2h15.2"/>',
  edit: '<path d="M4 20h3.8L19.6 8.2a1.6 1.6 0 0 0 0-2.3l-1.5-1.5a1.6 1.6 0 0 0-2.3 0L4 16.2z"/><path d="M13.6 6.6l3.8 3.8"/>',
  elder:
    '<circle cx="9.6" cy="5.2" r="2.4"/><path d="M9.6 10c-2.3 0-3.5 1.6-3.5 3.9v2.3h1.7l.6 4.6h2.7l.6-5.4"/><path d="M11 10.2l2.4 3.3h2.4"/><path d="M15.8 20.8v-7.5a1.9 1.9 0 0 1 3.8 0"/>',
  events:
    '<rect x="3.5" y="5" width="17" height="15.5" rx="2"/><path d="M8 3v4M16 3v4M3.5 10h17"/><path d="M8.3 15.1l2.6 2.5 4.8-4.7"/>',
  family:
    '<circle cx="7.6" cy="6.6" r="2.7"/><circle cx="16.4" cy="6.6" r="2.7"/><circle cx="12" cy="13.6" r="2.1"/><path d="M2.6 18.6c0-3.9 1.9-6.3 5-6.3"/><path d="M21.4 18.6c0-3.9-1.9-6.3-5-6.3"/><path d="M8 20.6c.3-2.3 1.8-3.6 4-3.6s3.7 1.3 4 3.6"/>',
  filter: '<path d="M4 6.5h16M7 12h10M10 17.5h4"/>',
  gift: '<rect x="3.2" y="8.6" width="17.6" height="4" rx="1"/><path d="M5 12.6v6.9a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-6.9"/><path d="M12 8.6v11.9"/><path d="M12 8.6C9 8.6 6.9 7.7 6.9 5.8c0-1.2 1-2.2 2.2-2.2 1.7 0 2.6 2 2.9 5z"/><path d="M12 8.6c3 0 5.1-.9 5.1-2.8 0-1.2-1-2.2-2.2-2.2-1.7 0-2.6 2-2.9 5z"/>',
  handshake:
    '<path d="M2.4 7.4 5.6 6l3.6 1.2"/><path d="M21.6 7.4 18.4 6l-5 .9-4.3 3.8c-.7.8-.3 2 .8 2.2 1.2.2 2.3-.4 3.3-1.4l4.9 4.3c.7.6.7 1.5.2 2.1-.6.6-1.5.6-2.1 0l-.3-.3"/><path d="M15.9 17.6c.5.6.4 1.3-.1 1.8-.6.5-1.4.5-2 0l-1-.9"/><path d="M12.8 18.5c.4.6.3 1.2-.2 1.6-.5.5-1.3.5-1.9 0l-5.1-4.7"/><path d="M2.4 15.4h3.2l1-.8"/><path d="M21.6 15.4h-3"/>',
  home: '<path d="M2.5 11.2c1.7 0 2.9-.6 4-1.6L12 4.2l5.5 5.4c1.1 1 2.3 1.6 4 1.6"/><path d="M5 11v8.2a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V11"/><path d="M9.8 20.2v-5.4h4.4v5.4"/>',
  info: '<circle cx="12" cy="12" r="8.8"/><path d="M12 11.2v5"/><circle cx="12" cy="7.9" r="1.1" fill="currentColor" stroke="none"/>',
  jobfair:
    '<rect x="3" y="7.6" width="18" height="12.6" rx="2"/><path d="M8.6 7.6V6a2 2 0 0 1 2-2h2.8a2 2 0 0 1 2 2v1.6"/><path d="M3 13h7M14 13h7"/><rect x="10" y="11.4" width="4" height="3.2" rx=".8"/>',
  lecture:
    '<path d="M4.4 12.6h15.2l-1.8 7.9H6.2z"/><path d="M12 12.6V9.4"/><path d="M10.6 16.5h2.8"/><rect x="10.1" y="3.4" width="3.8" height="6" rx="1.9"/>',
  list: '<path d="M8.5 6h12M8.5 12h12M8.5 18h12"/><circle cx="4.4" cy="6" r="1.3" fill="currentColor" stroke="none"/><circle cx="4.4" cy="12" r="1.3" fill="currentColor" stroke="none"/><circle cx="4.4" cy="18" r="1.3" fill="currentColor" stroke="none"/>',
  me: '<circle cx="12" cy="7.8" r="4"/><path d="M4.2 20.5c.5-4.2 3.6-6.6 7.8-6.6s7.3 2.4 7.8 6.6"/>',
  megaphone:
    '<path d="M3.6 9.8v4.4h3.6l9.3 4.6V5.2L7.2 9.8z"/><path d="M19.6 9.2a4 4 0 0 1 0 5.6"/><path d="M7.6 14.2l1.1 6h2.7l-1.1-4.6"/>',
  mic: '<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5.4 11.4a6.6 6.6 0 0 0 13.2 0"/><path d="M12 18v3"/>',
  minus: '<path d="M5 12h14"/>',
  offline:
    '<path d="M2.8 9.3A14 14 0 0 1 8 6.1M21.2 9.3A14 14 0 0 0 12 5.2"/><path d="M6 13a9 9 0 0 1 3.4-2.2M18 13a9 9 0 0 0-2.4-1.7"/><path d="M4 3.6 20 20.4"/><circle cx="12" cy="18" r="1.4" fill="currentColor" stroke="none"/>',
  oil: '<path d="M9.6 3.4h4.8v3l2.2 2.4c.5.6.8 1.3.8 2.1v8.3a1.4 1.4 0 0 1-1.4 1.4H8a1.4 1.4 0 0 1-1.4-1.4v-8.3c0-.8.3-1.5.8-2.1l2.2-2.4z"/><path d="M12 10.9c1.4 1.7 2.2 2.8 2.2 4a2.2 2.2 0 0 1-4.4 0c0-1.2.8-2.3 2.2-4z"/>',
  passbook:
    '<rect x="4.2" y="3.2" width="15.6" height="17.6" rx="2"/><path d="M8 3.2v17.6"/><path d="M11.3 8h5M11.3 12h5M11.3 16h3"/>',
  people:
    '<circle cx="9" cy="8" r="3.4"/><path d="M2.8 19.6c.4-3.7 2.8-5.8 6.2-5.8s5.8 2.1 6.2 5.8"/><path d="M15.4 4.9a3.4 3.4 0 0 1 0 6.2"/><path d="M17.6 14.3c2.1.8 3.3 2.6 3.6 5.3"/>',
  phone:
    '<path d="M6.9 3.6h2.5l1.7 4.5-2.2 1.7a12.4 12.4 0 0 0 5.3 5.3l1.7-2.2 4.5 1.7v2.5a2.2 2.2 0 0 1-2.3 2.2C10.9 18.8 5.2 13.1 4.7 5.9a2.2 2.2 0 0 1 2.2-2.3z"/>',
  pin: '<path d="M12 21c-4.6-4.3-6.9-7.8-6.9-10.8a6.9 6.9 0 0 1 13.8 0c0 3-2.3 6.5-6.9 10.8z"/><circle cx="12" cy="10.1" r="2.5"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  print:
    '<path d="M7 8.2V3.6h10v4.6"/><path d="M7 17H4.6a1.2 1.2 0 0 1-1.2-1.2V9.4a1.2 1.2 0 0 1 1.2-1.2h14.8a1.2 1.2 0 0 1 1.2 1.2v6.4a1.2 1.2 0 0 1-1.2 1.2H17"/><rect x="7" y="13.6" width="10" height="6.8" rx=".6"/><circle cx="17.3" cy="11" r="1.1" fill="currentColor" stroke="none"/>',
  qr: '<rect x="3.5" y="3.5" width="6.6" height="6.6" rx="1"/><rect x="13.9" y="3.5" width="6.6" height="6.6" rx="1"/><rect x="3.5" y="13.9" width="6.6" height="6.6" rx="1"/><path d="M13.9 13.9h2.4v2.4M20.5 13.9v3M13.9 20.5h2.2M19 20.5h1.5"/><circle cx="6.8" cy="6.8" r="1.1" fill="currentColor" stroke="none"/><circle cx="17.2" cy="6.8" r="1.1" fill="currentColor" stroke="none"/><circle cx="6.8" cy="17.2" r="1.1" fill="currentColor" stroke="none"/>',
  refresh:
    '<path d="M20 12a8 8 0 0 1-14.2 5"/><path d="M4 12A8 8 0 0 1 18.2 7"/><path d="M18.6 3.4V7h-3.7"/><path d="M5.4 20.6V17h3.7"/>',
  ribbon:
    '<path d="M12.00 3.70A2.3 2.3 0 0 1 15.68 5.22A2.3 2.3 0 0 1 17.20 8.90A2.3 2.3 0 0 1 15.68 12.58A2.3 2.3 0 0 1 12.00 14.10A2.3 2.3 0 0 1 8.32 12.58A2.3 2.3 0 0 1 6.80 8.90A2.3 2.3 0 0 1 8.32 5.22A2.3 2.3 0 0 1 12.00 3.70z"/><circle cx="12" cy="8.9" r="2"/><path d="M8.6 14.2 7.2 21l4.8-2.3 4.8 2.3-1.4-6.8"/>',
  rice: '<path d="M3.2 11.6h17.6c0 3.9-2.2 6.7-5.4 7.9v1.1H8.6v-1.1c-3.2-1.2-5.4-4-5.4-7.9z"/><path d="M5.4 11.6c.4-4 3.1-6.5 6.6-6.5s6.2 2.5 6.6 6.5"/><circle cx="9.4" cy="9.1" r="0.9" fill="currentColor" stroke="none"/><circle cx="12.4" cy="7.7" r="0.9" fill="currentColor" stroke="none"/><circle cx="14.8" cy="9.5" r="0.9" fill="currentColor" stroke="none"/>',
  scan: '<path d="M3.5 8.5V6A2.5 2.5 0 0 1 6 3.5h2.5"/><path d="M15.5 3.5H18A2.5 2.5 0 0 1 20.5 6v2.5"/><path d="M20.5 15.5V18a2.5 2.5 0 0 1-2.5 2.5h-2.5"/><path d="M8.5 20.5H6A2.5 2.5 0 0 1 3.5 18v-2.5"/><path d="M3.5 12h17"/>',
  search: '<circle cx="10.8" cy="10.8" r="6.8"/><path d="M15.8 15.8l4.8 4.8"/>',
  settings:
    '<path d="M4 7h8.4M18.6 7H20M4 17h1.4M11.6 17H20"/><circle cx="15.5" cy="7" r="2.9"/><circle cx="8.5" cy="17" r="2.9"/>',
  shield:
    '<path d="M12 3.2 4.6 6v5.6c0 4.5 3 7.7 7.4 9.2 4.4-1.5 7.4-4.7 7.4-9.2V6z"/><path d="M8.6 11.8l2.5 2.4 4.3-4.6"/>',
  shop: '<path d="M3 9.8h18l-1.7 9.4a1.5 1.5 0 0 1-1.5 1.2H6.2a1.5 1.5 0 0 1-1.5-1.2z"/><path d="M7.4 9.8l2.8-6M16.6 9.8l-2.8-6"/><path d="M9 13.4v3.4M12 13.4v3.4M15 13.4v3.4"/>',
  speaker:
    '<path d="M3.6 9.4v5.2h3.6l5 4V5.4l-5 4z"/><path d="M15.6 9a4.2 4.2 0 0 1 0 6"/><path d="M18.3 6.3a8 8 0 0 1 0 11.4"/>',
  star: '<path d="M12 3.8l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z"/>',
  text: '<path d="M3.6 18.5 8.8 5.5l5.2 13M5.4 14.2h6.8"/><path d="M15 18.5l3-7.6 3 7.6M16 16.1h4"/>',
  training:
    '<path d="M2.2 9.4 12 4.8l9.8 4.6L12 14z"/><path d="M6.3 11.6v4.6c1.6 1.6 3.5 2.4 5.7 2.4s4.1-.8 5.7-2.4v-4.6"/><path d="M21.4 9.8v5.4"/>',
  trophy:
    '<path d="M7.4 3.8h9.2v5.6a4.6 4.6 0 0 1-9.2 0z"/><path d="M7.4 5.6H3.8v1a3.8 3.8 0 0 0 3.8 3.8"/><path d="M16.6 5.6h3.6v1a3.8 3.8 0 0 1-3.8 3.8"/><path d="M12 14v3.2"/><path d="M8.4 20.4c.1-2 1.4-3.2 3.6-3.2s3.5 1.2 3.6 3.2z"/>',
  volunteer:
    '<path d="M12 10.6 8.9 7.5a2.3 2.3 0 0 1 3.1-3.4 2.3 2.3 0 0 1 3.1 3.4z"/><path d="M2.8 14.6h2.7l3.4-1.3c1-.4 2 .1 2.4 1 .2.6-.1 1.1-.7 1.4l-2 .9"/><path d="M10.2 17.3h3.5l4.6-2.8c.9-.5 1.9-.3 2.4.4.4.6.2 1.4-.4 1.8l-5.7 3.8H8.4l-2.6-1.2h-3"/>',
  vote: '<path d="M3.5 13h17v6.4a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1z"/><path d="M8.4 16.7h7.2"/><path d="M6.8 13V4.4a1 1 0 0 1 1-1h8.4a1 1 0 0 1 1 1V13"/><path d="M9.6 8.2l1.8 1.8 3.2-3.4"/>',
  warning:
    '<path d="M12 4 2.9 19.6h18.2z"/><path d="M12 10v4.2"/><circle cx="12" cy="16.9" r="1.1" fill="currentColor" stroke="none"/>',
} as const;
