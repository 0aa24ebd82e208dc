/** The floors of the house: who may import whom. Rooms import down, never sideways and never up. */
const FLOORS = [
  ['community', 'ledger'],
  ['access', 'scoring'],
  ['notices'],
  ['events', 'redemption', 'selection'],
  ['volunteering'],
  ['passbook', 'intake'],
  ['founding'],
];

const roomPath = (rooms) => `^api/src/(${rooms.join('|')})/`;

const floorRules = FLOORS.flatMap((rooms, floor) => {
  const above = FLOORS.slice(floor + 1).flat();
  const sideways = rooms.map((room) => ({
    name: `neighbours-of-${room}`,
    comment: 'Two rooms of one floor never visit each other: the need belongs a floor up or down.',
    severity: 'error',
    from: { path: roomPath([room]) },
    to: { path: roomPath(rooms.filter((other) => other !== room).concat('-')) },
  }));
  const upwards = {
    name: `floor-${floor}-looks-up`,
    comment: 'A room knows nothing of the rooms above it.',
    severity: 'error',
    from: { path: roomPath(rooms) },
    to: { path: roomPath(above) },
  };
  return above.length === 0 ? sideways : [...sideways, upwards];
});

module.exports = {
  forbidden: [
    ...floorRules,
    {
      name: 'platform-knows-no-room',
      severity: 'error',
      from: { path: '^api/src/platform/' },
      to: { path: roomPath(FLOORS.flat()) },
    },
    {
      name: 'shared-stands-alone',
      comment: 'Phone and server read it: zod, and nothing of node.',
      severity: 'error',
      from: { path: '^shared/src/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^shared/src/', '/node_modules/zod/'] },
    },
    {
      name: 'db-knows-no-room',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^(api|miniapp|tests)/' },
    },
    {
      name: 'phone-knows-only-promises',
      severity: 'error',
      from: { path: '^miniapp/src/' },
      to: { path: '^(api|db|tests)/' },
    },
    {
      name: 'product-knows-no-test',
      severity: 'error',
      from: { path: '^(shared|db|api|miniapp)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^tests/' },
    },
    {
      name: 'store-gives-no-orders',
      comment: 'A store loads and records; it knows no command, query or route.',
      severity: 'error',
      from: { path: '^api/src/[^/]+/store\\.ts$' },
      to: { path: '(commands|queries|routes)\\.ts$' },
    },
    {
      name: 'queries-only-look',
      severity: 'error',
      from: { path: '^api/src/[^/]+/.*queries\\.ts$' },
      to: { path: '(commands|routes|writer)\\.ts$' },
    },
    {
      name: 'routes-are-for-the-door',
      severity: 'error',
      from: { path: '^api/src/', pathNot: '^api/src/handlers\\.ts$' },
      to: { path: '^api/src/[^/]+/routes\\.ts$' },
    },
    {
      name: 'only-the-house-holds-the-writer',
      comment: 'Rooms hand over plans; none of them ever holds the writer or a connection.',
      severity: 'error',
      from: { path: roomPath(FLOORS.flat()) },
      to: {
        path: '^db/src/(writer|client|group|sift|tip)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { pathNot: '^miniapp/' },
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|pictures)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.h5.ts', '.h5.tsx', '.js', '.cjs'],
    },
  },
};
