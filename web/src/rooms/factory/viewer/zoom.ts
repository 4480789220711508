/** How a picture is looked at, whatever its size and that of the window, so that several can follow one. */
export interface Look {
  /** 1 shows the whole. */
  scale: number;
  /** What of the picture is in the middle, as shares of its width and height. */
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export const whole: Look = { scale: 1, x: 0.5, y: 0.5 };

/** Pixels of the window for one of the picture when the whole is seen; a small picture isn't enlarged. */
export function fitOf(picture: Size, frame: Size): number {
  if (picture.width <= 0 || picture.height <= 0) return 1;
  return Math.min(1, frame.width / picture.width, frame.height / picture.height);
}

/** The scale at which a pixel of the picture is one of the window. */
export function actualScale(picture: Size, frame: Size): number {
  const fit = fitOf(picture, frame);
  return fit <= 0 ? 1 : 1 / fit;
}

/** Where the picture stands in the window. */
export function boxOf(
  look: Look,
  picture: Size,
  frame: Size,
): Size & { left: number; top: number } {
  const size = fitOf(picture, frame) * look.scale;
  const [width, height] = [picture.width * size, picture.height * size];
  return {
    width,
    height,
    left: frame.width / 2 - look.x * width,
    top: frame.height / 2 - look.y * height,
  };
}

/** No smaller than the whole, and never pushed out of the window. */
export function held(look: Look, picture: Size, frame: Size): Look {
  const most = Math.max(8, 4 * actualScale(picture, frame));
  const scale = Math.min(most, Math.max(1, look.scale));
  const { width, height } = boxOf({ ...look, scale }, picture, frame);
  return {
    scale,
    x: between(look.x, width, frame.width),
    y: between(look.y, height, frame.height),
  };
}

function between(share: number, size: number, frame: number): number {
  if (size <= frame) return 0.5;
  const edge = frame / 2 / size;
  return Math.min(1 - edge, Math.max(edge, share));
}

/** Draws the picture closer, or away, by what is under a point of the window. */
export function zoomedAt(
  look: Look,
  factor: number,
  point: { x: number; y: number },
  picture: Size,
  frame: Size,
): Look {
  const before = boxOf(look, picture, frame);
  const { scale } = held({ ...look, scale: look.scale * factor }, picture, frame);
  const after = boxOf({ ...look, scale }, picture, frame);
  const [dx, dy] = [point.x - frame.width / 2, point.y - frame.height / 2];
  return held(
    {
      scale,
      x: look.x + dx / before.width - dx / after.width,
      y: look.y + dy / before.height - dy / after.height,
    },
    picture,
    frame,
  );
}

/** Pushes the picture by pixels of the window. */
export function pushed(look: Look, dx: number, dy: number, picture: Size, frame: Size): Look {
  const { width, height } = boxOf(look, picture, frame);
  return held({ ...look, x: look.x - dx / width, y: look.y - dy / height }, picture, frame);
}
