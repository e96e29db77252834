class GoFunction{constructor(props){const runtime=props.runtime??lambda().Runtime.PROVIDED_AL9;}}
