//! Words for things with a simple shape, and for what a picture is made with.

/// What has an outline that can be cut from paper. Nothing more is claimed of a prompt's subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Subject {
    Bird,
    Boat,
    Circle,
    City,
    Cloud,
    Diamond,
    Fish,
    Flower,
    Heart,
    Hexagon,
    House,
    Leaf,
    Moon,
    Mountain,
    Rain,
    Sea,
    Snow,
    Square,
    Star,
    Stripe,
    Sun,
    Tree,
    Triangle,
    Wave,
}

pub(super) const SUBJECTS: &[(&str, Subject)] = &[
    (
        "bird,birds,swallow,gull,seagull,heron,crane,raven,crow,sparrow,dove,swan,eagle,hawk,robin",
        Subject::Bird,
    ),
    ("boat,ship,sail,sailboat,yacht,regatta", Subject::Boat),
    ("circle,dot,ball,disc,disk,orb,sphere,ring,bubble,planet", Subject::Circle),
    ("city,cityscape,skyline,skyscraper,town,urban,metropolis,tower", Subject::City),
    ("cloud,cloudy,cumulus", Subject::Cloud),
    ("diamond,rhombus,gem,jewel,crystal,kite", Subject::Diamond),
    ("fish,koi,salmon,trout,carp,goldfish,herring", Subject::Fish),
    (
        "flower,blossom,rose,tulip,daisy,peony,poppy,sunflower,lily,lotus,dahlia,orchid,bouquet,petal,floral",
        Subject::Flower,
    ),
    ("heart,love,valentine", Subject::Heart),
    ("hexagon,honeycomb,beehive", Subject::Hexagon),
    ("house,cottage,cabin,hut,village,barn", Subject::House),
    ("leaf,leaves,foliage,fern,ivy,botanical,feather", Subject::Leaf),
    ("moon,moonlight,moonlit,crescent,lunar", Subject::Moon),
    ("mountain,peak,alps,alpine,summit,volcano,hill,himalaya", Subject::Mountain),
    ("rain,rainy,drizzle,downpour", Subject::Rain),
    ("sea,ocean,water,lake,river,beach,coast,harbour,harbor,bay,island,underwater,seascape", Subject::Sea),
    ("snow,snowy,snowfall,blizzard,snowflake", Subject::Snow),
    ("square,cube,box,block,rectangle,checker", Subject::Square),
    ("star,starry,constellation", Subject::Star),
    ("stripe,striped,line,band", Subject::Stripe),
    ("sun,sunrise,sunset,sunshine,sunlight,solar", Subject::Sun),
    ("tree,forest,wood,woodland,pine,oak,jungle,birch,willow,spruce,fir,orchard", Subject::Tree),
    ("triangle,pyramid,tent", Subject::Triangle),
    ("wave,surf,tide,ripple", Subject::Wave),
];

/// What a picture is made with, or in whose manner; decides its texture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Medium {
    Chalk,
    Charcoal,
    Cubist,
    Engraving,
    Impressionist,
    Ink,
    Linocut,
    Oil,
    Pencil,
    Photograph,
    Pixel,
    Print,
    Watercolour,
}

pub(super) const MEDIUMS: &[(&str, Medium)] = &[
    ("chalk,pastel drawing,pastel,crayon,pastels", Medium::Chalk),
    ("charcoal", Medium::Charcoal),
    ("cubist,cubism,low poly,faceted,origami", Medium::Cubist),
    ("etching,engraving,engraved,lithograph,drypoint,crosshatch,hatching,banknote", Medium::Engraving),
    (
        "impressionist,impressionism,pointillist,pointillism,monet,seurat,van gogh,expressionist",
        Medium::Impressionist,
    ),
    ("ink,sumi,sumi e,calligraphy,brush pen,ink drawing,pen and ink", Medium::Ink),
    ("linocut,lino,woodcut,woodblock,ukiyo e,stencil,block print,linoprint", Medium::Linocut),
    ("oil,oil painting,acrylic,impasto,brush stroke,brushstroke,brushwork,painterly,canvas", Medium::Oil),
    ("pencil,graphite,sketch,sketched,drawing,coloured pencil,colored pencil", Medium::Pencil),
    (
        "photograph,photo,photography,photographic,photorealistic,film,35mm,polaroid,dslr,bokeh,cinematic",
        Medium::Photograph,
    ),
    ("pixel,pixel art,pixelated,8 bit,8bit,16 bit,16bit", Medium::Pixel),
    ("risograph,riso,screenprint,halftone,comic,comics,pop art,newsprint,screen print", Medium::Print),
    ("watercolour,watercolor,aquarelle,gouache,wash,watercolours,watercolors", Medium::Watercolour),
];
