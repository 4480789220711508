/** Six panes of a window, thrown onto the wall by a low sun: each is a slanted quadrilateral. */
const panes = [0, 1, 2].flatMap((column) =>
  [0, 1, 2, 3].map((row) => {
    const x = 250 + column * 128 + row * 34;
    const y = 150 + row * 142 - column * 26;
    return `M${x} ${y}l112 -24l30 124l-112 24z`;
  }),
);

/** A studio wall in the afternoon, for the eye only. */
export function NorthLight() {
  return (
    <div aria-hidden className="relative hidden overflow-hidden bg-[#1d2780] lg:block">
      <svg
        viewBox="0 0 900 900"
        preserveAspectRatio="xMidYMid slice"
        className="absolute inset-0 size-full"
      >
        <defs>
          <linearGradient id="wall" x1="0" y1="0" x2="1" y2="1">
            <stop offset="0" stopColor="#3341c4" />
            <stop offset=".55" stopColor="#222d96" />
            <stop offset="1" stopColor="#141a5c" />
          </linearGradient>
          <linearGradient id="sun" x1="0" y1="0" x2=".6" y2="1">
            <stop offset="0" stopColor="#ffedc2" stopOpacity=".95" />
            <stop offset="1" stopColor="#f2a65a" stopOpacity=".55" />
          </linearGradient>
          <filter id="soft" x="-10%" y="-10%" width="120%" height="120%">
            <feGaussianBlur stdDeviation="2.2" />
          </filter>
          <filter id="glow" x="-30%" y="-30%" width="160%" height="160%">
            <feGaussianBlur stdDeviation="46" />
          </filter>
          <filter id="plaster">
            <feTurbulence type="fractalNoise" baseFrequency=".8" numOctaves="3" seed="7" />
            <feColorMatrix values="0 0 0 0 1  0 0 0 0 1  0 0 0 0 1  0 0 0 .5 -.18" />
          </filter>
        </defs>
        <rect width="900" height="900" fill="url(#wall)" />
        <g filter="url(#glow)" opacity=".5">
          <path d="M230 120L660 40L790 620L350 720z" fill="#e8955a" />
        </g>
        <g filter="url(#soft)" fill="url(#sun)">
          {panes.map((pane) => (
            <path key={pane} d={pane} />
          ))}
        </g>
        <Easel />
        <rect width="900" height="900" filter="url(#plaster)" opacity=".22" />
      </svg>
    </div>
  );
}

/** An easel with a canvas on it, dark against the light. */
function Easel() {
  return (
    <g fill="#0e1346">
      <path d="M575 470h190l14 236h-218z" />
      <path d="M661 428h14v54h-14zM628 428h80v12h-80zM545 704h250v14h-250z" />
      <path d="M606 716l-66 184h16l66-184zM734 716l66 184h-16l-66-184zM664 716h10v184h-10z" />
      <path d="M590 486h160l11 204h-182z" fill="#182069" />
      <path d="M582 640c34-42 62-8 96-40s56-24 78-14l6 104h-183z" fill="#c8502f" opacity=".8" />
      <circle cx="700" cy="546" r="22" fill="#e9b44c" opacity=".9" />
    </g>
  );
}
