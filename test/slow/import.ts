import { killImports } from '../harness/import-kills.ts';
import type { Drill } from './drill.ts';

/** `npm run test:slow -- import [--rows 20000] [--kills 12] [--seed N]` */
const importing: Drill = {
  proves: 'an import of 20,000 rows whose worker is killed with -9 at random statements is resumed: no row twice, none lost, the record whole; rows a second and peak memory of one nobody killed',
  async run(words) {
    const [rows, deaths, seed] = [words.number('rows', 20_000), words.number('kills', 12), words.number('seed', Date.now() % 1_000_000)];
    const { failures, plain, stood, deaths: died } = await killImports({ rows, deaths, seed });
    return { failures: [...failures], partial: rows < 20_000 || deaths < 12, numbers: { rows, seed, kills: died, piecesStoodAtDeath: stood, ...plain } };
  },
};
export default importing;
