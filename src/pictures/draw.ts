import type { Theme } from '../base/picture.ts';
import { layOut, type PictureModel } from './picture-model.ts';
import { svgOf } from './svg.ts';

/** A picture as SVG. The library of charts is loaded when the first chart is wanted. */
export async function drawSvg(model: PictureModel, theme: Theme): Promise<string> {
  switch (model.kind) {
    case 'bars':
    case 'weeks':
    case 'heat': {
      const { chartSvg } = await import('./charts/chart-svg.ts');
      return chartSvg(model, theme);
    }
    default:
      return svgOf(layOut(model), theme);
  }
}
