/** Components are tried in the app's own look: without it an icon may cover the button it stands in. */
import '../../src/app.css';
