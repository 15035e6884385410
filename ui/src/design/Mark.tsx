/** The mark on its ground, as in the window's icon. */
export function Logo({ size }: { size: 20 | 28 | 32 | 56 }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7.5" fill="#0E3440" />
      <Strokes stroke="#F4F4F0" drop="#6EBAD3" />
    </svg>
  );
}

/** The bare strokes of rain: large on the ink of first run and lock, in line colour as the picture of an empty list. */
export function Strokes({ stroke, drop }: { stroke: string; drop: string }) {
  return (
    <g fill="none" strokeLinecap="round" strokeWidth="3.8">
      <path d="M9.7 15 7.3 23" stroke={stroke} />
      <path d="M18 9.4 13.9 23" stroke={stroke} />
      <path d="M24.8 8.6 22.7 15.7" stroke={stroke} />
      <path d="M20.5 23h.01" stroke={drop} />
    </g>
  );
}
