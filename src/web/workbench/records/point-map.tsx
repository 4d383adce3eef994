import { useMemo, useState } from 'react';
import type { PointLine } from './api.ts';
import { clusterPoints, extentOf, linesBetween, placePoints, scaleBar, scaleOf, shownOn, stepOver, type Extent } from './place-points.ts';

const WIDTH = 920;
const HEIGHT = 600;
/** Points nearer than this on the sheet are drawn as one. */
const CELL = 28;
/** Up to so many marks say beside them where they lie. */
const NAMED = 30;

interface Props { readonly points: readonly PointLine[]; readonly chosen: number | undefined; readonly onChoose: (points: readonly PointLine[]) => void; readonly extent: Extent; readonly onExtent: (extent: Extent | undefined) => void; readonly label: string }

/** Records on a ruled sheet: lines of longitude and latitude, a scale, nothing fetched from outside. What lies close together is one mark with its number, and opens when pressed. */
export function PointMap({ points, chosen, onChoose, extent, onExtent, label }: Props) {
  const clusters = useMemo(() => clusterPoints(placePoints(points, extent, WIDTH, HEIGHT).filter(({ x, y }) => x > -CELL && x < WIDTH + CELL && y > -CELL && y < HEIGHT + CELL), CELL), [points, extent]);
  const scale = scaleOf(extent, WIDTH, HEIGHT);
  const bar = scaleBar(scale);
  const [hover, setHover] = useState<string | undefined>(undefined);
  const press = (inside: readonly PointLine[]) => {
    onChoose(inside);
    const near = extentOf(inside);
    if (inside.length > 1 && near.east - near.west < extent.east - extent.west) onExtent(near);
  };
  return (
    <figure className="point-map">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={label}>
        <Graticule extent={extent} />
        {clusters.map(({ x, y, points: inside }) => {
          const [first] = inside;
          if (first === undefined) return null;
          const where = `${first.division}${inside.some((one) => one.division !== first.division) ? '等' : ''}`;
          const name = inside.length === 1 ? `${first.title}，${where}` : `${inside.length}${where}，${inside.length} 个挨在一起，放大看`;
          const here = inside.some((one) => one.record === chosen);
          return (
            <g key={first.record} className={here ? 'mark here' : 'mark'} role="button" tabIndex={0} aria-label={name} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`} onClick={() => press(inside)} onPointerEnter={() => setHover(inside.length === 1 ? name : `${where}，${inside.length} 个挨在一起，点开放大`)} onPointerLeave={() => setHover(undefined)}
              onKeyDown={(event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); press(inside); } }}>
              <circle r={inside.length === 1 ? 6 : Math.min(20, 9 + Math.log2(inside.length) * 2)} />
              {inside.length === 1 ? null : <text textAnchor="middle" dy="4">{inside.length}</text>}
              {clusters.length <= NAMED ? <text className="named" x={inside.length === 1 ? 9 : 18} dy="4">{where}</text> : null}
            </g>
          );
        })}
        <g className="bar" transform={`translate(16 ${HEIGHT - 16})`} aria-hidden="true"><path d={`M0 -5 V0 H${bar.pixels.toFixed(1)} V-5`} /><text x={bar.pixels + 6} y="0">{bar.km < 1 ? `${bar.km * 1000} 米` : `${bar.km} 公里`}</text></g>
      </svg>
      <figcaption className="note" aria-live="polite">{hover ?? '点一个圆看是谁；圆里有数字的是几个挨在一起，点开放大。'}</figcaption>
    </figure>
  );
}

/** Lines of longitude and latitude with their degrees at the edge. */
function Graticule({ extent }: { extent: Extent }) {
  const x = (lon: number): number => placePoints([{ lon, lat: extent.south }], extent, WIDTH, HEIGHT)[0]?.x ?? 0;
  const y = (lat: number): number => placePoints([{ lon: extent.west, lat }], extent, WIDTH, HEIGHT)[0]?.y ?? 0;
  const shown = shownOn(extent, WIDTH, HEIGHT);
  const step = stepOver(shown.east - shown.west);
  return (
    <g className="graticule" aria-hidden="true">
      {linesBetween(shown.west, shown.east, step).map((lon) => <g key={lon}><path d={`M${x(lon).toFixed(1)} 0 V${HEIGHT}`} /><text x={x(lon) + 4} y="14">{lon}°</text></g>)}
      {linesBetween(shown.south, shown.north, step).map((lat) => <g key={lat}><path d={`M0 ${y(lat).toFixed(1)} H${WIDTH}`} /><text x={WIDTH - 4} y={y(lat) - 4} textAnchor="end">{lat}°</text></g>)}
    </g>
  );
}
