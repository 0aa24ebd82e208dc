import { Box } from './element';

/** The layout to come, in grey. `leaf` has a date leaf at the left, `line` is a plain row. */
export function Skeleton({ rows, shape = 'line' }: { rows: number; shape?: 'leaf' | 'line' }) {
  return (
    <Box className="card" role="status" label="正在打开">
      {Array.from({ length: rows }, (_, at) => at).map((at) => (
        <Box key={at} className="row row--still">
          {shape === 'leaf' && <Box className="sk sk--leaf" />}
          <Box className="row__main sk-lines">
            <Box className="sk sk--t" />
            <Box className="sk sk--short" />
          </Box>
        </Box>
      ))}
    </Box>
  );
}
