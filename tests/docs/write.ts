import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { glossaryPage, promisesPage } from './pages.ts';
import { roomsPage } from './rooms.ts';
import { trackedFiles } from './tracked-files.ts';

const DOCS = fileURLToPath(new URL('../../docs', import.meta.url));
writeFileSync(join(DOCS, 'glossary.md'), glossaryPage());
writeFileSync(join(DOCS, 'promises.md'), promisesPage());
writeFileSync(join(DOCS, 'rooms.md'), roomsPage(trackedFiles()));
