import css from "./settings.module.css";

/** A few known starting points as tiles, one of them in use. */
export function Tiles<Id extends string>({
  label,
  tiles,
  value,
  onChoose,
}: {
  label: string;
  tiles: ReadonlyArray<{ id: Id; label: string }>;
  value: Id | undefined;
  onChoose: (id: Id) => void;
}) {
  return (
    <div className={css.tiles} role="group" aria-label={label}>
      {tiles.map((tile) => (
        <button
          key={tile.id}
          type="button"
          className={css.tile}
          aria-pressed={tile.id === value}
          onClick={() => onChoose(tile.id)}
        >
          {tile.label}
        </button>
      ))}
    </div>
  );
}
