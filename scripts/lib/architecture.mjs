// docs/pictures/architecture.svg: rooms stand on a diagonal, an import goes right from the room that imports and down
// into the room that is imported. So no two arrows cross, and an arrow that goes up would be seen at once.
import { importsBetweenRooms } from './imports.mjs';
import { houses } from './rooms.mjs';

const left = 336;
const step = 26;
const row = 28;
const heading = 40;
const padding = 10;
const gap = 12;
/** Only two widths, so that the picture changes when the building does, not with every line of code. */
const many = 45;

const style = `
  svg { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-size: 12px }
  .title { font-size: 14px; font-weight: 600 } .name { font-size: 13px; font-weight: 600 }
  .paper { fill: #ffffff } .house { fill: #f2f5f6 } .line { stroke: #b9c6ca } .title, .name { fill: #0f1d20 } .what { fill: #58676b }
  .room { fill: #006070 } .import { stroke: #12808f; fill: none } .head { fill: #12808f } .types { fill: #f2f5f6; stroke: #12808f }
  .up { stroke: #c0602a } .uphead { fill: #c0602a } .uptypes { fill: #f2f5f6; stroke: #c0602a }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #111b1e } .house { fill: #1a272b } .line { stroke: #3d535b } .title, .name { fill: #e9f0f1 } .what { fill: #94a4a9 }
    .room { fill: #4fb9cb } .import { stroke: #3592a4 } .head { fill: #3592a4 } .types { fill: #1a272b; stroke: #3592a4 }
    .up { stroke: #dc8450 } .uphead { fill: #dc8450 } .uptypes { fill: #1a272b; stroke: #dc8450 }
  }`;

/** The picture as text; the same imports always give the same text. */
export function architecturePicture(root) {
  const edges = importsBetweenRooms(root);
  const { rooms, bands, bottom } = placed();
  const unknown = [...edges.keys(), ...[...edges.values()].flatMap((to) => [...to.keys()])].find(
    (id) => !rooms.has(id),
  );
  if (unknown !== undefined) throw new Error(`no place for ${unknown}: add it to scripts/lib/rooms.mjs`);
  const width = left + rooms.size * step + padding;
  const arrows = [];
  const dots = [];
  for (const [from, a] of rooms) {
    for (const [to, b] of rooms) {
      const edge = edges.get(from)?.get(to);
      if (edge === undefined) continue;
      arrows.push(arrow(a, b, edge));
      dots.push(dot(a, b, edge));
    }
  }
  const height = bottom + 40;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">`,
    '<title id="title">The rooms of Tarazy and who imports whom</title>',
    `<style>${style}\n</style>`,
    `<rect class="paper" width="${width}" height="${height}" rx="8"/>`,
    ...bands.map(({ house, y, height: tall }) => band(house, y, tall, width)),
    ...[...rooms.values()].map(hairline),
    ...arrows,
    ...dots,
    ...[...rooms.values()].map(label),
    legend(bottom + 24),
    '</svg>',
    '',
  ].join('\n');
}

function placed() {
  const rooms = new Map();
  const bands = [];
  let y = padding;
  for (const house of houses) {
    const names = Object.entries(house.rooms);
    const height = heading + names.length * row + padding;
    bands.push({ house, y, height });
    for (const [index, [name, what]] of names.entries()) {
      const at = { name, what, x: left + rooms.size * step + step / 2, y: y + heading + index * row + row / 2 };
      rooms.set(`${house.name}/${name}`, at);
    }
    y += height + gap;
  }
  return { rooms, bands, bottom: y - gap };
}

function band({ name, what }, y, height, width) {
  const box = `<rect class="house" x="${padding}" y="${y}" width="${width - 2 * padding}" height="${height}" rx="8"/>`;
  return `${box}<text x="${padding + 14}" y="${y + 25}"><tspan class="title">${name}/</tspan><tspan class="what" dx="8">${what}</tspan></text>`;
}

function hairline({ x, y }) {
  return `<path class="line" stroke-dasharray="1 4" d="M${left - 2} ${y}H${x - 8}"/>`;
}

function label({ name, what, x, y }) {
  const words = `<text y="${y + 4.5}"><tspan class="name" x="${padding + 14}">${name}</tspan><tspan class="what" x="${padding + 112}">${what}</tspan></text>`;
  return `${words}<circle class="room" cx="${x}" cy="${y}" r="6.5"/>`;
}

/** Along the importer's row, round the corner, into the imported room: from above, or from below when it goes up. */
function arrow(a, b, { count }) {
  const down = b.y > a.y ? 1 : -1;
  const corner = `Q${b.x} ${a.y} ${b.x} ${a.y + 6 * down}`;
  const line = `M${a.x + 7 * down} ${a.y}H${b.x - 6 * down}${corner}V${b.y - 12 * down}`;
  const head = `M${b.x} ${b.y - 7 * down}l-3.5 ${-6 * down}h7z`;
  const kind = down === 1 ? ['import', 'head'] : ['import up', 'uphead'];
  return `<path class="${kind[0]}" stroke-width="${count >= many ? 2.6 : 1.1}" d="${line}"/><path class="${kind[1]}" d="${head}"/>`;
}

function dot(a, b, { count, typesOnly }) {
  const up = b.y < a.y ? 'up' : '';
  const kind = typesOnly ? `${up}types` : `${up}head`;
  return `<circle class="${kind}" cx="${b.x}" cy="${a.y}" r="${count >= many ? 5 : 3.2}"/>`;
}

function legend(y) {
  const entry = (x, mark, text) => `${mark}<text class="what" x="${x + 12}" y="${y + 4}">${text}</text>`;
  const circle = (x, kind, r) => `<circle class="${kind}" cx="${x}" cy="${y}" r="${r}"/>`;
  return [
    entry(26, circle(26, 'head', 3.2), 'the room of this row imports the room below'),
    entry(322, circle(322, 'head', 5), `${many} times or more`),
    entry(456, circle(456, 'types', 3.2), 'only its types'),
    entry(568, circle(568, 'uptypes', 3.2), 'types of a room above: a port, which that room fills'),
  ].join('');
}
